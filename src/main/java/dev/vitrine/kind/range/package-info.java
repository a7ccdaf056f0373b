/// The kind of ranges between two numbers.
package dev.vitrine.kind.range;
