package dev.vitrine.kind.mask;

import java.util.List;
import java.util.OptionalDouble;

/// The parts of a picture: classes of pixels, which fill it without overlap, or things, which may
/// lie over each other.
///
/// @param width pixels of the picture
/// @param height its rows
/// @param segments surest or largest first; none where nothing was found
public record Mask(int width, int height, List<Segment> segments) {
    /// One part.
    ///
    /// @param label what it is; may be empty
    /// @param confidence how sure the model is, 0 to 1; empty where nobody says, as of one painted
    ///   by hand
    /// @param area where it is, in a picture of the mask's size
    public record Segment(String label, OptionalDouble confidence, Area area) {
        /// A part that a model is so sure of.
        public Segment(String label, double score, Area area) {
            this(label, OptionalDouble.of(score), area);
        }

        /// A part of which nobody says how sure it is.
        public static Segment of(String label, Area area) {
            return new Segment(label, OptionalDouble.empty(), area);
        }
    }

    public Mask {
        segments = List.copyOf(segments);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("No mask is %d × %d".formatted(width, height));
        }
    }
}
