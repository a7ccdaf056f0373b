package dev.vitrine.window.kind.tensor;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.tensor.Statistics;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;

import java.util.Optional;

/// A slice of a tensor, its two innermost dimensions, as a picture: black where it is least, white
/// where it is greatest, nothing where it is no finite number.
final class HeatMap {
    /// More rows or columns than a screen tells apart are skipped.
    private static final int MOST = 512;

    private HeatMap() {}

    /// The picture of a slice; nothing where the tensor has no two dimensions to show.
    static Optional<Picture> of(Tensor tensor, int slice, Statistics statistics) {
        long[] shape = tensor.shape();
        int rank = shape.length;
        if (tensor.type() == ElementType.STRING
                || rank < 2
                || shape[rank - 1] < 2
                || shape[rank - 2] < 2
                || tensor.size() == 0) {
            return Optional.empty();
        }
        int columns = (int) shape[rank - 1];
        int rows = (int) shape[rank - 2];
        int width = Math.min(columns, MOST);
        int height = Math.min(rows, MOST);
        double least = statistics.min();
        double range = statistics.max() - least;
        int[] pixels = new int[width * height];
        int first = slice * rows * columns;
        for (int y = 0; y < height; y++) {
            int row = first + (int) ((long) y * rows / height) * columns;
            for (int x = 0; x < width; x++) {
                double v = tensor.number(row + (int) ((long) x * columns / width));
                pixels[y * width + x] =
                        Double.isFinite(v) ? grey(range > 0 ? (v - least) / range : 0.5) : 0;
            }
        }
        return Optional.of(Picture.ofArgb(width, height, pixels));
    }

    /// How many such slices a tensor has.
    static long slices(Tensor tensor) {
        long n = 1;
        for (int i = 0; i < tensor.shape().length - 2; i++) {
            n *= tensor.shape()[i];
        }
        return n;
    }

    /// Where a slice lies, as NumPy writes it, such as `[0, 3, :, :]`.
    static String place(Tensor tensor, int slice) {
        long[] shape = tensor.shape();
        StringBuilder place = new StringBuilder(":, :]");
        long rest = slice;
        for (int i = shape.length - 3; i >= 0; i--) {
            place.insert(0, rest % shape[i] + ", ");
            rest /= shape[i];
        }
        return place.insert(0, '[').toString();
    }

    private static int grey(double part) {
        int level = (int) Math.round(255 * part);
        return 0xff << 24 | level << 16 | level << 8 | level;
    }
}
