/// How the window shows and edits the kind `image`.
package dev.vitrine.window.kind.image;
