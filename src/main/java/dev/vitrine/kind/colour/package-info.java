/// The kind of colours.
package dev.vitrine.kind.colour;
