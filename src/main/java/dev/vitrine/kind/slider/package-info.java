/// The kind of numbers between two bounds.
package dev.vitrine.kind.slider;
