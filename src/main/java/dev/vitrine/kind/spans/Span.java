package dev.vitrine.kind.spans;

import java.util.OptionalDouble;

/// A part of a text.
///
/// @param label what it is
/// @param start its first character, in Unicode code points from 0
/// @param end the character behind its last
/// @param confidence how sure the model is, 0 to 1; empty where nobody says, as of one marked by
///   hand
public record Span(String label, int start, int end, OptionalDouble confidence) {
    /// A part that a model is so sure of.
    public Span(String label, int start, int end, double score) {
        this(label, start, end, OptionalDouble.of(score));
    }

    /// A part of which nobody says how sure it is.
    public static Span of(String label, int start, int end) {
        return new Span(label, start, end, OptionalDouble.empty());
    }
}
