/// Logs in the window.
package dev.vitrine.window.kind.log;
