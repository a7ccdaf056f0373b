package dev.vitrine.task;

/// Where a picture lies in a tensor of another size, both ways: encoding reads the picture by it,
/// and places that a network names lead back by it.
///
/// @param across along rows
/// @param down along columns
record Fitting(Axis across, Axis down) {
    /// How a picture of another shape fills a size.
    enum Fit {
        /// Both sides are scaled as they need.
        STRETCH,
        /// The whole picture is seen: it is laid into the middle of a paper of the size's shape,
        /// half a pixel up and left where it cannot be the very middle, and both are scaled.
        CONTAIN,
        /// The size is filled; what lies outside is cut off evenly.
        COVER
    }

    /// One side of a picture and the samples made of it.
    ///
    /// @param source the picture's pixels
    /// @param paper the pixels of what it lies on
    /// @param offset the paper's pixels before the picture
    /// @param scaled the samples that the whole paper would become
    /// @param skipped the samples before the first that is taken
    /// @param size the samples that are taken
    record Axis(int source, int paper, int offset, int scaled, int skipped, int size) {
        /// The paper's pixels from one sample to the next.
        double step() {
            return (double) paper / scaled;
        }

        /// Whether each sample is one pixel.
        boolean isSame() {
            return source == paper && paper == scaled && scaled == size;
        }

        /// The place between samples of a picture's pixel; the other way of [#back].
        double forth(double pixel) {
            return (pixel + offset) / step() - skipped;
        }

        /// The picture's pixel at a place between samples; both begin at 0.
        double back(double place) {
            return (place + skipped) * step() - offset;
        }
    }

    /// Whether the picture has the size already.
    boolean isSame() {
        return across.isSame() && down.isSame();
    }

    /// The fitting of a picture into a size.
    static Fitting of(Fit fit, int width, int height, int toWidth, int toHeight) {
        return switch (fit) {
            case STRETCH -> new Fitting(stretched(width, toWidth), stretched(height, toHeight));
            case CONTAIN -> {
                double side = Math.max((double) width / toWidth, (double) height / toHeight);
                yield new Fitting(padded(width, toWidth, side), padded(height, toHeight, side));
            }
            case COVER -> {
                double scale = Math.max((double) toWidth / width, (double) toHeight / height);
                yield new Fitting(cut(width, toWidth, scale), cut(height, toHeight, scale));
            }
        };
    }

    private static Axis stretched(int source, int size) {
        return new Axis(source, source, 0, size, 0, size);
    }

    private static Axis padded(int source, int size, double side) {
        int paper = (int) Math.max(source, Math.round(size * side));
        return new Axis(source, paper, (paper - source) / 2, size, 0, size);
    }

    private static Axis cut(int source, int size, double scale) {
        int scaled = (int) Math.max(size, Math.round(source * scale));
        return new Axis(source, source, 0, scaled, Math.ceilDiv(scaled - size, 2), size);
    }
}
