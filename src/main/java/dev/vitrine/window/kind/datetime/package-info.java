/// How the window shows and edits the kind `datetime`.
package dev.vitrine.window.kind.datetime;
