/// How the window shows and edits the kind `markdown`.
package dev.vitrine.window.kind.markdown;
