/// How the window shows and edits the kind `toggle`.
package dev.vitrine.window.kind.toggle;
