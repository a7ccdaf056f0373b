/// How the window shows and edits the kind `slider`.
package dev.vitrine.window.kind.slider;
