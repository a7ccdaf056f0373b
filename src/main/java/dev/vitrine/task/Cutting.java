package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.image.Picture;

/// Parts of pictures.
final class Cutting {
    /// Text that is so much higher than it is wide runs upwards, as PaddleOCR has it.
    private static final double UPWARDS = 1.5;

    private Cutting() {}

    /// The part in a box, as far as there is one, with text that runs upwards laid down.
    static Picture line(Picture picture, Box box) {
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
