package dev.vitrine.kind.segments;

/// A part of a sound.
///
/// @param label what is heard in it
/// @param start where it begins, in seconds
/// @param end where it ends, in seconds
/// @param score how sure the model is, 0 to 1
public record Segment(String label, double start, double end, double score) {}
