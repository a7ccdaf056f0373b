/// Source code in the window.
package dev.vitrine.window.kind.code;
