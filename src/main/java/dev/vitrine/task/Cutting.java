package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.image.Picture;

import java.util.List;

/// Parts of pictures.
final class Cutting {
    /// Text that is so much higher than it is wide runs upwards, as PaddleOCR has it.
    private static final double UPWARDS = 1.5;

    private static final int CORNERS = 4;

    private Cutting() {}

    /// The part in a box, as far as there is one, with text that is turned or runs upwards laid
    /// down.
    static Picture line(Picture picture, Box box) {
        return box.points().size() == CORNERS
                ? turned(picture, box.points())
                : straight(picture, box);
    }

    /// The part between four corners, clockwise from the upper left one.
    private static Picture turned(Picture picture, List<Box.Point> corners) {
        double wide = apart(corners.get(0), corners.get(1));
        double high = apart(corners.get(0), corners.get(3));
        boolean upwards = high >= UPWARDS * wide;
        Box.Point from = corners.get(upwards ? 1 : 0);
        Box.Point across = corners.get(upwards ? 2 : 1);
        Box.Point down = corners.get(upwards ? 0 : 3);
        int width = (int) Math.max(1, Math.round(upwards ? high : wide));
        int height = (int) Math.max(1, Math.round(upwards ? wide : high));
        int channels = picture.channels();
        byte[] samples = new byte[width * height * channels];
        for (int y = 0, o = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double a = (x + 0.5) / width;
                double b = (y + 0.5) / height;
                double atX =
                        from.x() + a * (across.x() - from.x()) + b * (down.x() - from.x()) - 0.5;
                double atY =
                        from.y() + a * (across.y() - from.y()) + b * (down.y() - from.y()) - 0.5;
                for (int c = 0; c < channels; c++) {
                    samples[o++] = (byte) Math.round(between(picture, atX, atY, c));
                }
            }
        }
        return Picture.of(width, height, channels, samples);
    }

    private static double apart(Box.Point a, Box.Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    /// A sample between four pixels, 0 to 255; those at the edge go on beyond it.
    private static double between(Picture picture, double x, double y, int channel) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double across = x - left;
        double down = y - top;
        double upper =
                sample(picture, left, top, channel) * (1 - across)
                        + sample(picture, left + 1, top, channel) * across;
        double lower =
                sample(picture, left, top + 1, channel) * (1 - across)
                        + sample(picture, left + 1, top + 1, channel) * across;
        return (upper * (1 - down) + lower * down) / (picture.depth() == 16 ? 257 : 1);
    }

    private static int sample(Picture picture, int x, int y, int channel) {
        return picture.sample(
                Math.clamp(x, 0, picture.width() - 1),
                Math.clamp(y, 0, picture.height() - 1),
                channel);
    }

    private static Picture straight(Picture picture, Box box) {
        int left = Math.clamp(Math.round(box.x()), 0, picture.width() - 1);
        int top = Math.clamp(Math.round(box.y()), 0, picture.height() - 1);
        int right = Math.clamp(Math.round(box.x() + box.width()), left + 1, picture.width());
        int bottom = Math.clamp(Math.round(box.y() + box.height()), top + 1, picture.height());
        int width = right - left;
        int height = bottom - top;
        return height >= UPWARDS * width
                ? make(picture, height, width, (x, y) -> new int[] {right - 1 - y, top + x})
                : make(picture, width, height, (x, y) -> new int[] {left + x, top + y});
    }

    /// A picture turned upside down.
    static Picture turned(Picture picture) {
        return make(
                picture,
                picture.width(),
                picture.height(),
                (x, y) -> new int[] {picture.width() - 1 - x, picture.height() - 1 - y});
    }

    /// Where a pixel comes from.
    @FunctionalInterface
    private interface From {
        int[] of(int x, int y);
    }

    private static Picture make(Picture picture, int width, int height, From from) {
        int channels = picture.channels();
        int shift = picture.depth() == 16 ? 8 : 0;
        byte[] samples = new byte[width * height * channels];
        for (int y = 0, o = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int[] at = from.of(x, y);
                for (int c = 0; c < channels; c++) {
                    samples[o++] = (byte) (picture.sample(at[0], at[1], c) >> shift);
                }
            }
        }
        return Picture.of(width, height, channels, samples);
    }
}
