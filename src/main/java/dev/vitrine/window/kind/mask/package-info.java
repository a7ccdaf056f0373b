/// How the window shows and edits the kind `mask`.
package dev.vitrine.window.kind.mask;
