/// How the window shows and edits the kind `vector`.
package dev.vitrine.window.kind.vector;
