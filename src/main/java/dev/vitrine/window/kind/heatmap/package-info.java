/// How the window shows and edits the kind `heatmap`.
package dev.vitrine.window.kind.heatmap;
