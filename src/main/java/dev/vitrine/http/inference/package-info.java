/// The Open Inference Protocol, version 2: tensors of the networks in JSON and in bytes.
///
/// @see dev.vitrine.http.inference.InferenceApi
package dev.vitrine.http.inference;
