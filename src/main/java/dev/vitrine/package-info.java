/// The public face of Vitrine.
///
/// A demo is a model with a declared signature: the signature says names, kinds, bounds, labels and
/// examples once, and the window, the HTTP endpoint, the command line and the documents are
/// rendered from it.
///
/// @see dev.vitrine.Demo
package dev.vitrine;
