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
        float most = picture.depth() == 16 ? 65535 : 255;
        Spans across = Spans.of(picture.width(), width);
        Spans down = Spans.of(picture.height(), height);
        float[] row = new float[picture.width() * channels];
        float[] narrow = new float[width * channels];
        float[] sums = new float[width * channels];
        byte[] samples = new byte[Math.multiplyExact(width * channels, height)];
        int read = -1;
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 0);
            for (int source = down.first[y]; source <= down.last[y]; source++) {
                if (source != read) {
                    read(picture, source, row, most);
                    across.apply(row, channels, narrow);
                    read = source;
                }
                float weight = down.weight(y, source);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += narrow[i] * weight;
                }
            }
            store(sums, width, channels, most, samples, y * width * channels);
        }
        return Picture.of(width, height, channels, samples);
    }

    /// One row with its colours multiplied by their alpha, which is what means are taken of.
    private static void read(Picture picture, int y, float[] row, float most) {
        picture.row(y, row);
        if (picture.channels() == 4) {
            for (int i = 0; i < row.length; i += 4) {
                float alpha = row[i + 3] / most;
                row[i] *= alpha;
                row[i + 1] *= alpha;
                row[i + 2] *= alpha;
            }
        }
    }

    private static void store(
            float[] sums, int width, int channels, float most, byte[] samples, int offset) {
        float scale = 255 / most;
        for (int x = 0, i = 0; x < width; x++, i += channels) {
            float alpha = channels == 4 ? sums[i + 3] / most : 1;
            for (int c = 0; c < channels; c++) {
                float value = c == 3 ? sums[i + c] : alpha > 0 ? sums[i + c] / alpha : 0;
                samples[offset + i + c] = (byte) Math.clamp(Math.round(value * scale), 0, 255);
            }
        }
    }

    /// Which pixels of a side lie under each of its new ones, and how much of them: the first and
    /// the last in part, those between whole.
    private static final class Spans {
        private final int[] first;
        private final int[] last;
        private final float[] head;
        private final float[] tail;
        private final float whole;

        private Spans(int size, double step) {
            first = new int[size];
            last = new int[size];
            head = new float[size];
            tail = new float[size];
            whole = (float) (1 / step);
        }

        static Spans of(int from, int to) {
            double step = (double) from / to;
            Spans spans = new Spans(to, step);
            for (int i = 0; i < to; i++) {
                double low = i * step;
                double high = Math.min(from, low + step);
                int first = (int) low;
                int last = Math.max(first, (int) Math.ceil(high) - 1);
                spans.first[i] = first;
                spans.last[i] = last;
                spans.head[i] = (float) ((Math.min(high, first + 1) - low) / step);
                spans.tail[i] = (float) ((high - Math.max(low, last)) / step);
            }
            return spans;
        }

        float weight(int index, int source) {
            return source == first[index]
                    ? head[index]
                    : source == last[index] ? tail[index] : whole;
        }

        void apply(float[] row, int channels, float[] to) {
            switch (channels) {
                case 1 -> grey(row, to);
                case 3 -> colour(row, to);
                default -> any(row, channels, to);
            }
        }

        private void grey(float[] row, float[] to) {
            for (int x = 0; x < first.length; x++) {
                int end = last[x];
                float sum = 0;
                for (int i = first[x] + 1; i < end; i++) {
                    sum += row[i];
                }
                sum = sum * whole + row[first[x]] * head[x];
                to[x] = end > first[x] ? sum + row[end] * tail[x] : sum;
            }
        }

        private void colour(float[] row, float[] to) {
            for (int x = 0; x < first.length; x++) {
                int begin = 3 * first[x];
                int end = 3 * last[x];
                float r = 0;
                float g = 0;
                float b = 0;
                for (int i = begin + 3; i < end; i += 3) {
                    r += row[i];
                    g += row[i + 1];
                    b += row[i + 2];
                }
                float more = end > begin ? tail[x] : 0;
                to[3 * x] = r * whole + row[begin] * head[x] + row[end] * more;
                to[3 * x + 1] = g * whole + row[begin + 1] * head[x] + row[end + 1] * more;
                to[3 * x + 2] = b * whole + row[begin + 2] * head[x] + row[end + 2] * more;
            }
        }

        private void any(float[] row, int channels, float[] to) {
            for (int x = 0; x < first.length; x++) {
                for (int c = 0; c < channels; c++) {
                    float sum = 0;
                    for (int source = first[x]; source <= last[x]; source++) {
                        sum += row[source * channels + c] * weight(x, source);
                    }
                    to[x * channels + c] = sum;
                }
            }
        }
    }
}
