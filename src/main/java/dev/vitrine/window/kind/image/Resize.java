package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.Picture;

import java.util.Arrays;

/// Pictures at other sizes, for the eye: 8 bits a sample, the channels they had.
public final class Resize {
    private Resize() {}

    /// Each sample the mean of those under its area, so that fine patterns do not flicker; where a
    /// side grows, pixels are repeated.
    public static Picture to(Picture picture, int width, int height) {
        int channels = picture.channels();
        float[] sums = new float[width * channels];
        byte[] samples = new byte[Math.multiplyExact(width * channels, height)];
        float[] row = new float[picture.width() * channels];
        double step = (double) picture.height() / height;
        int read = -1;
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 0);
            double top = y * step;
            double bottom = Math.min(picture.height(), top + step);
            for (int source = (int) top; source < bottom; source++) {
                if (source != read) {
                    read(picture, source, row);
                    read = source;
                }
                double part = Math.min(bottom, source + 1) - Math.max(top, source);
                across(row, picture.width(), channels, (float) (part / step), sums, width);
            }
            store(sums, width, channels, samples, y * width * channels);
        }
        return Picture.of(width, height, channels, samples);
    }

    /// One row with its colours multiplied by their alpha, which is what means are taken of.
    private static void read(Picture picture, int y, float[] row) {
        int channels = picture.channels();
        float most = picture.depth() == 16 ? 65535 : 255;
        for (int x = 0, o = 0; x < picture.width(); x++, o += channels) {
            float alpha = channels == 4 ? picture.sample(x, y, 3) / most : 1;
            for (int c = 0; c < channels; c++) {
                float value = picture.sample(x, y, c) / most;
                row[o + c] = c == 3 ? alpha : value * alpha;
            }
        }
    }

    private static void across(
            float[] row, int from, int channels, float weight, float[] sums, int to) {
        double step = (double) from / to;
        for (int x = 0; x < to; x++) {
            double left = x * step;
            double right = Math.min(from, left + step);
            for (int source = (int) left; source < right; source++) {
                float part =
                        (float) ((Math.min(right, source + 1) - Math.max(left, source)) / step);
                for (int c = 0; c < channels; c++) {
                    sums[x * channels + c] += row[source * channels + c] * part * weight;
                }
            }
        }
    }

    private static void store(float[] sums, int width, int channels, byte[] samples, int offset) {
        for (int x = 0, i = 0; x < width; x++, i += channels) {
            float alpha = channels == 4 ? sums[i + 3] : 1;
            for (int c = 0; c < channels; c++) {
                float value = c == 3 ? alpha : alpha > 0 ? sums[i + c] / alpha : 0;
                samples[offset + i + c] = (byte) Math.clamp(Math.round(value * 255), 0, 255);
            }
        }
    }
}
