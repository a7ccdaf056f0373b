/// The faces of the kinds in the window: for each an editor, which a port gets as an input, and a
/// viewer, which it gets as an output; one folder per kind, named like the kind's own.
///
/// Adding a kind is a folder here and a line in [dev.vitrine.window.kind.Faces]. All of it lives on
/// the FX thread; reading, decoding and writing go through
/// [dev.vitrine.window.FxThread#background].
///
/// @see dev.vitrine.window.kind.Faces
/// @see dev.vitrine.window.kind.Editor
/// @see dev.vitrine.window.kind.Viewer
package dev.vitrine.window.kind;
