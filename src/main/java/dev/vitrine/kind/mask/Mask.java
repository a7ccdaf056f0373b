package dev.vitrine.kind.mask;

import java.util.List;

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
    /// @param score how sure the model is, 0 to 1; 1 where it does not say
    /// @param area where it is, in a picture of the mask's size
    public record Segment(String label, double score, Area area) {}

    public Mask {
        segments = List.copyOf(segments);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("No mask is %d × %d".formatted(width, height));
        }
    }
}
