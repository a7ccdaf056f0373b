/// How the window shows and edits the kind `segments`.
package dev.vitrine.window.kind.segments;
