/// How the window shows and edits the kind `text`.
package dev.vitrine.window.kind.text;
