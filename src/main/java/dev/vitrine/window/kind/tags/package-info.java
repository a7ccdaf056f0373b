/// How the window shows and edits the kind `tags`.
package dev.vitrine.window.kind.tags;
