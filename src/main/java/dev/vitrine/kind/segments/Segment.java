package dev.vitrine.kind.segments;

import java.util.OptionalDouble;

/// A part of a sound.
///
/// @param label what is heard in it
/// @param start where it begins, in seconds
/// @param end where it ends, in seconds
/// @param confidence how sure the model is, 0 to 1; empty where nobody says, as of one marked by
///   hand
public record Segment(String label, double start, double end, OptionalDouble confidence) {
    /// A part that a model is so sure of.
    public Segment(String label, double start, double end, double score) {
        this(label, start, end, OptionalDouble.of(score));
    }

    /// A part of which nobody says how sure it is.
    public static Segment of(String label, double start, double end) {
        return new Segment(label, start, end, OptionalDouble.empty());
    }
}
