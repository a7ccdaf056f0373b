/// How the window shows and edits the kind `label`.
package dev.vitrine.window.kind.label;
