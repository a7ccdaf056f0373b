package dev.vitrine.task;

import java.util.Arrays;

/// A picture as planes of numbers 0 to 1, one per channel, on the way to a tensor.
///
/// @param width pixels of a row
/// @param height rows from the top
/// @param planes one array of `width × height` samples for each channel
@SuppressWarnings("ArrayRecordComponent")
record Plane(int width, int height, float[][] planes) {
    /// This picture at another size, each sample the weighted mean of those under a triangle.
    ///
    /// The triangle is as wide as the step between samples, never narrower than a source pixel, so
    /// that shrinking does not alias: what Pillow calls `BILINEAR`. The two directions are done one
    /// after the other.
    Plane resize(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        Weights across = Weights.of(width, newWidth);
        Weights down = Weights.of(height, newHeight);
        float[][] result = new float[planes.length][];
        for (int c = 0; c < planes.length; c++) {
            float[] narrow = across.apply(planes[c], height, width, 1, newWidth);
            result[c] = down.apply(narrow, newWidth, 1, newWidth, newHeight);
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
                int from = Math.max(0, (int) Math.floor(middle - reach + 0.5));
                int to = Math.min(size, (int) Math.floor(middle + reach + 0.5));
                first[i] = from;
                weights[i] = new float[to - from];
                double sum = 0;
                for (int j = from; j < to; j++) {
                    sum += Math.max(0, 1 - Math.abs((j + 0.5 - middle) / reach));
                }
                for (int j = from; j < to; j++) {
                    weights[i][j - from] =
                            (float) (Math.max(0, 1 - Math.abs((j + 0.5 - middle) / reach)) / sum);
                }
            }
            return new Weights(first, weights);
        }

        /// Applies the weights along one direction.
        ///
        /// @param lines how many lines lie beside each other
        /// @param lineStep how far apart the lines start
        /// @param step how far apart the samples of a line lie
        /// @param newLength samples of a new line
        float[] apply(float[] from, int lines, int lineStep, int step, int newLength) {
            float[] to = new float[lines * newLength];
            for (int line = 0; line < lines; line++) {
                int start = line * lineStep;
                for (int i = 0; i < newLength; i++) {
                    float sum = 0;
                    for (int j = 0; j < weights[i].length; j++) {
                        sum += weights[i][j] * from[start + (first[i] + j) * step];
                    }
                    to[step == 1 ? line * newLength + i : line + i * step] = sum;
                }
            }
            return to;
        }
    }
}
