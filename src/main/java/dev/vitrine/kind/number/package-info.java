/// The kind of numbers.
package dev.vitrine.kind.number;
