/// The kind of parts of a sound with names and scores.
package dev.vitrine.kind.segments;
