package dev.vitrine.task;

import java.util.Arrays;

/// A picture as planes of numbers 0 to 1, one per channel, on the way to a tensor.
///
/// @param width pixels of a row
/// @param height rows from the top
/// @param planes one array of `width × height` samples for each channel
@SuppressWarnings("ArrayRecordComponent")
record Plane(int width, int height, float[][] planes) {
    /// Fills one row of samples, an array for each channel.
    @FunctionalInterface
    interface Rows {
        void read(int y, float[][] row);
    }

    /// A picture brought to a size, each sample the weighted mean of those under a triangle.
    ///
    /// The triangle is as wide as the step between samples, never narrower than a source pixel, so
    /// that shrinking does not alias: what Pillow calls `BILINEAR`. Rows are narrowed as they are
    /// read, so that a large photo is never held as numbers.
    static Plane read(int width, int height, int channels, Rows rows, int newWidth, int newHeight) {
        float[][] row = new float[channels][width];
        float[][] narrow = new float[channels][newWidth * height];
        Weights across = Weights.of(width, newWidth);
        for (int y = 0; y < height; y++) {
            rows.read(y, row);
            for (int c = 0; c < channels; c++) {
                across.apply(row[c], 0, narrow[c], y * newWidth, 1);
            }
        }
        if (newHeight == height) {
            return new Plane(newWidth, height, narrow);
        }
        float[][] result = new float[channels][newWidth * newHeight];
        Weights down = Weights.of(height, newHeight);
        for (int c = 0; c < channels; c++) {
            for (int x = 0; x < newWidth; x++) {
                down.apply(narrow[c], x, result[c], x, newWidth);
            }
        }
        return new Plane(newWidth, newHeight, result);
    }

    /// This picture in the middle of a larger one, the rest filled, or the middle of it where the
    /// other is smaller.
    Plane centre(int newWidth, int newHeight, float fill) {
        int left = Math.floorDiv(newWidth - width, 2);
        int top = Math.floorDiv(newHeight - height, 2);
        float[][] result = new float[planes.length][newWidth * newHeight];
        for (int c = 0; c < planes.length; c++) {
            Arrays.fill(result[c], fill);
            for (int y = Math.max(0, -top); y < Math.min(height, newHeight - top); y++) {
                int from = Math.max(0, -left);
                int to = Math.min(width, newWidth - left);
                System.arraycopy(
                        planes[c],
                        y * width + from,
                        result[c],
                        (y + top) * newWidth + from + left,
                        to - from);
            }
        }
        return new Plane(newWidth, newHeight, result);
    }

    /// The mean of the outermost pixels over all channels.
    float border() {
        double sum = 0;
        int n = 0;
        for (float[] plane : planes) {
            for (int y = 0; y < height; y++) {
                int step = y == 0 || y == height - 1 ? 1 : Math.max(1, width - 1);
                for (int x = 0; x < width; x += step) {
                    sum += plane[y * width + x];
                    n++;
                }
            }
        }
        return (float) (sum / n);
    }

    /// Light for dark.
    Plane invert() {
        float[][] result = new float[planes.length][];
        for (int c = 0; c < planes.length; c++) {
            result[c] = planes[c].clone();
            for (int i = 0; i < result[c].length; i++) {
                result[c][i] = 1 - result[c][i];
            }
        }
        return new Plane(width, height, result);
    }

    /// For each new sample, the first old one under its triangle and their weights.
    private record Weights(int[] first, float[][] weights) {
        static Weights of(int size, int newSize) {
            double scale = (double) size / newSize;
            double reach = Math.max(1, scale);
            int[] first = new int[newSize];
            float[][] weights = new float[newSize][];
            for (int i = 0; i < newSize; i++) {
                double middle = (i + 0.5) * scale;
                first[i] = Math.max(0, (int) (middle - reach + 0.5));
                int end = Math.min(size, (int) (middle + reach + 0.5));
                weights[i] = triangle(first[i], end, middle, reach);
            }
            return new Weights(first, weights);
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
