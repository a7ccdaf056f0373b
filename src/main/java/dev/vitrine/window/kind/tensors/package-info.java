/// How the window shows and edits the kind `tensor`.
package dev.vitrine.window.kind.tensors;
