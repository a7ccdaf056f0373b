/// The form of `signature.yaml`: one table of its words, from which the check with line numbers and
/// the JSON Schema are both derived; and how a signature is read from and written to it.
///
/// @see dev.vitrine.model.format.SignatureFormat
/// @see dev.vitrine.model.format.Spec
package dev.vitrine.model.format;
