/// How the window shows and edits the kind `table`.
package dev.vitrine.window.kind.table;
