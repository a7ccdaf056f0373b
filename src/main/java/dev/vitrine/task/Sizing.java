package dev.vitrine.task;

import dev.vitrine.kind.image.Picture;

/// The size of a picture's tensor where its sides are free, by Hugging Face's `longest_edge` and
/// `size_divisor`.
///
/// @param longest the longer side has no more samples; 0 for no bound
/// @param divisor each side is the nearest multiple of it
record Sizing(int longest, int divisor) {
    /// Samples of a tensor.
    record Size(int width, int height) {}

    static Sizing of(Words words) {
        return new Sizing(
                (int) words.number("longest_edge").orElse(0),
                (int) words.number("size_divisor").orElse(1));
    }

    /// The size for a picture: a fixed side stays, one free beside it is in proportion, and two
    /// free ones are the picture's own within bounds.
    ///
    /// @param width fixed samples across; 0 where they are free
    /// @param height fixed samples down; 0 where they are free
    Size of(Picture picture, int width, int height) {
        double scale = scale(picture, width, height);
        return new Size(
                width == 0 ? rounded(picture.width() * scale) : width,
                height == 0 ? rounded(picture.height() * scale) : height);
    }

    private double scale(Picture picture, int width, int height) {
        if (width > 0 || height > 0) {
            return width > 0
                    ? (double) width / picture.width()
                    : (double) height / picture.height();
        }
        int longer = Math.max(picture.width(), picture.height());
        return longest > 0 && longer > longest ? (double) longest / longer : 1;
    }

    private int rounded(double side) {
        return (int) Math.max(1, Math.round(side / divisor)) * divisor;
    }
}
