/// The kind of tensors as they are, the fallback for what has no better kind.
package dev.vitrine.kind.tensors;
