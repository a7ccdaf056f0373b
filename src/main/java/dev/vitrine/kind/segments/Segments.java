package dev.vitrine.kind.segments;

import java.util.List;

/// What was found along a sound, in the order of time where a model gives it.
///
/// @param segments none where nothing was found
/// @param step seconds from one of the scores to the next; 0 where there are none
/// @param scores how sure the model was at each step, whatever it made of it; may be empty
public record Segments(List<Segment> segments, double step, List<Double> scores) {
    /// Nothing.
    public static final Segments NONE = new Segments(List.of());

    public Segments {
        segments = List.copyOf(segments);
        scores = List.copyOf(scores);
    }

    /// Parts without scores along the sound.
    public Segments(List<Segment> segments) {
        this(segments, 0, List.of());
    }

    /// How long all of them are together, in seconds.
    public double seconds() {
        return segments.stream().mapToDouble(s -> s.end() - s.start()).sum();
    }
}
