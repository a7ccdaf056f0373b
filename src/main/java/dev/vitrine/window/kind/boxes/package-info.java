/// How the window shows and edits the kind `boxes`.
package dev.vitrine.window.kind.boxes;
