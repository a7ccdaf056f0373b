/// How the window shows and edits the kind `number`.
package dev.vitrine.window.kind.number;
