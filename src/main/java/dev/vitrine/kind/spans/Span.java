package dev.vitrine.kind.spans;

/// A part of a text.
///
/// @param label what it is
/// @param start its first character, in Unicode code points from 0
/// @param end the character behind its last
/// @param score how sure the model is, 0 to 1
public record Span(String label, int start, int end, double score) {}
