/// How the window shows and edits the kind `json`.
package dev.vitrine.window.kind.json;
