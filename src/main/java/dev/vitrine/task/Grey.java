package dev.vitrine.task;

import dev.vitrine.kind.image.Picture;

/// A plane of numbers from 0 to 1, and what is done to it to find strokes.
///
/// @param width numbers of a row
/// @param height its rows
/// @param values row by row; not to be changed
@SuppressWarnings("ArrayRecordComponent")
record Grey(int width, int height, float[] values) {
    private static final int LEVELS = 1024;

    /// Which of two numbers a filter keeps.
    @FunctionalInterface
    private interface Choice {
        float of(float a, float b);
    }

    /// The light of a picture over white, shrunk where its longer side has more pixels.
    static Grey of(Picture picture, int most) {
        double scale = Math.min(1, (double) most / Math.max(picture.width(), picture.height()));
        int width = (int) Math.max(1, Math.round(picture.width() * scale));
        int height = (int) Math.max(1, Math.round(picture.height() * scale));
        Fitting fitting =
                Fitting.of(Fitting.Fit.STRETCH, picture.width(), picture.height(), width, height);
        Plane plane =
                Plane.read(
                        fitting,
                        true,
                        1,
                        (y, row) -> {
                            for (int x = 0; x < picture.width(); x++) {
                                row[0][x] = PictureEncoding.light(picture, x, y);
                            }
                        });
        return new Grey(width, height, plane.planes()[0]);
    }

    /// 1 where something is set.
    static Grey of(boolean[] set, int width, int height) {
        float[] values = new float[set.length];
        for (int i = 0; i < set.length; i++) {
            values[i] = set[i] ? 1 : 0;
        }
        return new Grey(width, height, values);
    }

    /// A number; 0 beyond the edges.
    float at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : values[y * width + x];
    }

    /// The number below which this part of all lie, to one in 1,024: counted, as sorting a photo
    /// takes longer than all else.
    double quantile(double part) {
        int[] counts = new int[LEVELS + 1];
        for (float v : values) {
            counts[Math.round(Math.clamp(v, 0f, 1f) * LEVELS)]++;
        }
        int level = 0;
        int below = counts[0];
        while (below <= part * (values.length - 1)) {
            below += counts[++level];
        }
        return (double) level / LEVELS;
    }

    float most() {
        float most = 0;
        for (float v : values) {
            most = Math.max(most, v);
        }
        return most;
    }

    /// The greatest number of a square around each.
    Grey greatest(int reach) {
        return along(true, reach, Math::max).along(false, reach, Math::max);
    }

    /// The least number of a square around each.
    Grey least(int reach) {
        return along(true, reach, Math::min).along(false, reach, Math::min);
    }

    private Grey along(boolean rows, int reach, Choice choice) {
        float[] result = new float[values.length];
        int length = rows ? width : height;
        for (int i = 0; i < values.length; i++) {
            int at = rows ? i % width : i / width;
            int step = rows ? 1 : width;
            float best = values[i];
            for (int d = -Math.min(reach, at); d <= Math.min(reach, length - 1 - at); d++) {
                best = choice.of(best, values[i + d * step]);
            }
            result[i] = best;
        }
        return new Grey(width, height, result);
    }

    /// The mean of a square around each.
    Grey blurred(int reach) {
        return blurred(true, reach).blurred(false, reach);
    }

    private Grey blurred(boolean rows, int reach) {
        float[] result = new float[values.length];
        int length = rows ? width : height;
        int lines = rows ? height : width;
        int step = rows ? 1 : width;
        double[] sums = new double[length + 1];
        for (int line = 0; line < lines; line++) {
            int start = rows ? line * width : line;
            for (int i = 0; i < length; i++) {
                sums[i + 1] = sums[i] + values[start + i * step];
            }
            for (int i = 0; i < length; i++) {
                int from = Math.max(0, i - reach);
                int to = Math.min(length, i + reach + 1);
                result[start + i * step] = (float) ((sums[to] - sums[from]) / (to - from));
            }
        }
        return new Grey(width, height, result);
    }

    /// The width of strokes on a dark ground: twice their area by the length of their edge.
    double strokeWidth() {
        int area = 0;
        int edge = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isSet(x, y)) {
                    area++;
                    edge += isSet(x - 1, y) ? 0 : 1;
                    edge += isSet(x + 1, y) ? 0 : 1;
                    edge += isSet(x, y - 1) ? 0 : 1;
                    edge += isSet(x, y + 1) ? 0 : 1;
                }
            }
        }
        return edge == 0 ? 0 : 2.0 * area / edge;
    }

    private boolean isSet(int x, int y) {
        return at(x, y) >= 0.5f;
    }

    /// The centre of mass, x and y.
    double[] mass() {
        double sum = 0;
        double acrossSum = 0;
        double downSum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i];
            acrossSum += values[i] * (i % width + 0.5);
            downSum += values[i] * (i / width + 0.5);
        }
        return sum == 0
                ? new double[] {width / 2.0, height / 2.0}
                : new double[] {acrossSum / sum, downSum / sum};
    }
}
