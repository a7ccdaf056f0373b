/// How the window shows and edits the kind `plot`.
package dev.vitrine.window.kind.plot;
