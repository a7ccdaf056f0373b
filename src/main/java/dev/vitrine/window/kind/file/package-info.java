/// Files of any type in the window.
package dev.vitrine.window.kind.file;
