/// The kind of lists of numbers, such as an embedding.
package dev.vitrine.kind.vector;
