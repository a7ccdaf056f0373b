/// How the window shows and edits the kind `range`.
package dev.vitrine.window.kind.range;
