package dev.vitrine.task;

import java.util.Arrays;

/// A picture as planes of numbers 0 to 1, one per channel, on the way to a tensor.
///
/// Where a picture lies in the middle of a paper, samples at its edge are partly of it: they hold
/// the light of the picture's part, and the paper is added by [#over].
///
/// @param width samples of a row
/// @param height rows from the top
/// @param planes one array of `width × height` samples for each channel
/// @param across for each column how much of it the picture covers
/// @param down for each row how much of it the picture covers
@SuppressWarnings("ArrayRecordComponent")
record Plane(int width, int height, float[][] planes, float[] across, float[] down) {
    /// From this part on a sample counts as the picture's.
    private static final float MOSTLY = 0.5f;

    /// Fills one row of samples, an array for each channel.
    @FunctionalInterface
    interface Rows {
        void read(int y, float[][] row);
    }

    /// A picture brought to a size, each sample the weighted mean of those under a triangle.
    ///
    /// Rows are narrowed as they are read, so that a large photo is never held as numbers.
    ///
    /// @param smooth whether the triangle is as wide as the step between samples, so that shrinking
    ///   does not alias: what Pillow calls `BILINEAR`; else it is as wide as a source pixel, as
    ///   OpenCV's `INTER_LINEAR`
    static Plane read(Fitting fitting, boolean smooth, int channels, Rows rows) {
        int width = fitting.across().source();
        int height = fitting.down().source();
        int newWidth = fitting.across().size();
        int newHeight = fitting.down().size();
        float[][] row = new float[channels][width];
        if (fitting.isSame()) {
            return same(width, height, row, rows);
        }
        float[][] narrow = new float[channels][newWidth * height];
        Weights across = Weights.of(fitting.across(), smooth);
        Weights down = Weights.of(fitting.down(), smooth);
        boolean[] used = down.used(height);
        for (int y = 0; y < height; y++) {
            if (used[y]) {
                rows.read(y, row);
                for (int c = 0; c < channels; c++) {
                    across.apply(row[c], 0, narrow[c], y * newWidth, 1);
                }
            }
        }
        float[][] result = new float[channels][newWidth * newHeight];
        for (int c = 0; c < channels; c++) {
            for (int x = 0; x < newWidth; x++) {
                down.apply(narrow[c], x, result[c], x, newWidth);
            }
        }
        return new Plane(newWidth, newHeight, result, across.covered(), down.covered());
    }

    /// A picture that has the size already.
    private static Plane same(int width, int height, float[][] row, Rows rows) {
        float[][] result = new float[row.length][width * height];
        for (int y = 0; y < height; y++) {
            rows.read(y, row);
            for (int c = 0; c < row.length; c++) {
                System.arraycopy(row[c], 0, result[c], y * width, width);
            }
        }
        float[] across = new float[width];
        float[] down = new float[height];
        Arrays.fill(across, 1);
        Arrays.fill(down, 1);
        return new Plane(width, height, result, across, down);
    }

    /// The samples with the paper around the picture.
    ///
    /// @param paper the paper's light
    /// @param inverted whether the picture's light becomes dark
    float[][] over(float paper, boolean inverted) {
        float[][] result = new float[planes.length][width * height];
        for (int c = 0; c < planes.length; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int i = y * width + x;
                    float covered = across[x] * down[y];
                    float light = inverted ? covered - planes[c][i] : planes[c][i];
                    result[c][i] = light + paper * (1 - covered);
                }
            }
        }
        return result;
    }

    /// The mean of the picture's outermost samples over all channels.
    float border() {
        int left = first(across);
        int right = last(across);
        int top = first(down);
        int bottom = last(down);
        double sum = 0;
        int n = 0;
        for (float[] plane : planes) {
            for (int y = top; y <= bottom; y++) {
                int step = y == top || y == bottom ? 1 : Math.max(1, right - left);
                for (int x = left; x <= right; x += step) {
                    sum += plane[y * width + x] / (across[x] * down[y]);
                    n++;
                }
            }
        }
        return (float) (sum / n);
    }

    /// The first sample that is mostly the picture's; the most covered where it is so small that
    /// none is.
    private static int first(float[] covered) {
        int most = 0;
        for (int i = 0; i < covered.length; i++) {
            if (covered[i] >= MOSTLY) {
                return i;
            }
            most = covered[i] > covered[most] ? i : most;
        }
        return most;
    }

    private static int last(float[] covered) {
        for (int i = covered.length - 1; i >= 0; i--) {
            if (covered[i] >= MOSTLY) {
                return i;
            }
        }
        return first(covered);
    }

    /// For each new sample, the picture's first pixel under its triangle and their weights, whose
    /// sum is the part of the triangle that the picture covers.
    private record Weights(int[] first, float[][] weights) {
        static Weights of(Fitting.Axis axis, boolean smooth) {
            double step = axis.step();
            double reach = smooth ? Math.max(1, step) : 1;
            int[] first = new int[axis.size()];
            float[][] weights = new float[axis.size()][];
            for (int i = 0; i < axis.size(); i++) {
                double middle = (i + axis.skipped() + 0.5) * step;
                int from = Math.max(0, (int) (middle - reach + 0.5));
                int to = Math.min(axis.paper(), (int) (middle + reach + 0.5));
                float[] all = triangle(from, to, middle, reach);
                int begin = Math.clamp(axis.offset(), from, to);
                int end = Math.clamp(axis.offset() + (long) axis.source(), begin, to);
                first[i] = begin - axis.offset();
                weights[i] = Arrays.copyOfRange(all, begin - from, end - from);
            }
            return new Weights(first, weights);
        }

        /// Which of the picture's pixels any sample is made of.
        boolean[] used(int size) {
            boolean[] used = new boolean[size];
            for (int i = 0; i < first.length; i++) {
                for (int j = 0; j < weights[i].length; j++) {
                    used[first[i] + j] = true;
                }
            }
            return used;
        }

        /// How much of each sample the picture covers, 0 to 1.
        float[] covered() {
            float[] covered = new float[weights.length];
            for (int i = 0; i < weights.length; i++) {
                double sum = 0;
                for (float w : weights[i]) {
                    sum += w;
                }
                covered[i] = Math.abs(sum - 1) < 1e-5 ? 1 : (float) sum;
            }
            return covered;
        }

        private static float[] triangle(int from, int to, double middle, double reach) {
            double[] heights = new double[to - from];
            double sum = 0;
            for (int j = 0; j < heights.length; j++) {
                heights[j] = Math.max(0, 1 - Math.abs((from + j + 0.5 - middle) / reach));
                sum += heights[j];
            }
            float[] weights = new float[heights.length];
            for (int j = 0; j < weights.length; j++) {
                weights[j] = (float) (heights[j] / sum);
            }
            return weights;
        }

        /// Makes one line of new samples.
        ///
        /// @param step how far apart the samples of a line lie, in both arrays
        void apply(float[] from, int fromStart, float[] to, int toStart, int step) {
            for (int i = 0; i < first.length; i++) {
                float[] w = weights[i];
                int source = fromStart + first[i] * step;
                float sum = 0;
                for (int j = 0; j < w.length; j++) {
                    sum += w[j] * from[source + j * step];
                }
                to[toStart + i * step] = sum;
            }
        }
    }
}
