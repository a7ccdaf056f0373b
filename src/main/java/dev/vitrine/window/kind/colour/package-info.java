/// How the window shows and edits the kind `colour`.
package dev.vitrine.window.kind.colour;
