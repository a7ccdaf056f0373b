/// How the window shows and edits the kind `choice`.
package dev.vitrine.window.kind.choice;
