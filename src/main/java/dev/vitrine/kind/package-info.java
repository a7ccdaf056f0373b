/// What a port can hold, without a window: the Java type, its forms in JSON, on a command line and
/// as a file, its JSON Schema, its checks and an example, one folder per kind.
///
/// A kind's faces stand in folders of the same name elsewhere (`window/kind/…`). Adding a kind is
/// one folder here and one line in [dev.vitrine.kind.Kinds].
///
/// @see dev.vitrine.kind.Kind
/// @see dev.vitrine.kind.Kinds
/// @see dev.vitrine.kind.Form
package dev.vitrine.kind;
