/// How the window shows and edits the kind `audio`.
package dev.vitrine.window.kind.audio;
