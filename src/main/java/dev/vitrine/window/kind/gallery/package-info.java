/// Several pictures in the window.
package dev.vitrine.window.kind.gallery;
