/// How the window shows and edits the kind `spans`.
package dev.vitrine.window.kind.spans;
