/// What a model declares of itself, and what is wrong with a value that does not fit it.
///
/// The signature is the only place where names, kinds, bounds, labels, examples and processing are
/// said; every face of a demo is rendered from it. Immutable, and free of anything but the JDK.
///
/// @see dev.vitrine.signature.Signature
/// @see dev.vitrine.signature.Port
/// @see dev.vitrine.signature.Problem
package dev.vitrine.signature;
