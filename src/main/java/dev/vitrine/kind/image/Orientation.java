package dev.vitrine.kind.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Which way up a camera was held: Exif's tag 0x0112 in a JPEG file (CIPA DC-008), by its own names
/// for where the stored rows and columns begin.
enum Orientation {
    TOP_LEFT,
    TOP_RIGHT,
    BOTTOM_RIGHT,
    BOTTOM_LEFT,
    LEFT_TOP,
    RIGHT_TOP,
    RIGHT_BOTTOM,
    LEFT_BOTTOM;

    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /// What a file says; upright where it is no JPEG file, says nothing or is damaged.
    static Orientation of(byte[] file) {
        try {
            return find(ByteBuffer.wrap(file));
        } catch (IndexOutOfBoundsException e) {
            return TOP_LEFT;
        }
    }

    /// Goes through a JPEG file's segments up to its pixels.
    private static Orientation find(ByteBuffer file) {
        if (file.getShort(0) != (short) 0xffd8) {
            return TOP_LEFT;
        }
        int at = 2;
        while ((file.get(at) & 0xff) == 0xff && (file.get(at + 1) & 0xff) != 0xda) {
            int length = file.getShort(at + 2) & 0xffff;
            boolean isExif =
                    (file.get(at + 1) & 0xff) == 0xe1
                            && file.getInt(at + 4) == 0x45786966
                            && file.getShort(at + 8) == 0;
            if (isExif && length > 8) {
                return directory(file.slice(at + 10, length - 8));
            }
            at += 2 + length;
        }
        return TOP_LEFT;
    }

    /// Looks through the first directory of TIFF's form.
    private static Orientation directory(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = tiff.getInt(4);
        int count = tiff.getShort(first) & 0xffff;
        for (int i = 0; i < count; i++) {
            int entry = first + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xffff;
                return value >= 1 && value <= values().length ? values()[value - 1] : TOP_LEFT;
            }
        }
        return TOP_LEFT;
    }

    /// The picture as it is meant to be seen.
    Picture upright(Picture stored) {
        if (this == TOP_LEFT) {
            return stored;
        }
        boolean lies = compareTo(LEFT_TOP) >= 0;
        int width = lies ? stored.height() : stored.width();
        int height = lies ? stored.width() : stored.height();
        int channels = stored.channels();
        byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(width, height), channels)];
        int o = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = column(x, y, stored);
                int row = row(x, y, stored);
                for (int c = 0; c < channels; c++) {
                    samples[o++] = (byte) stored.sample(column, row, c);
                }
            }
        }
        return Picture.of(width, height, channels, samples);
    }

    private int column(int x, int y, Picture stored) {
        return switch (this) {
            case TOP_LEFT, BOTTOM_LEFT -> x;
            case TOP_RIGHT, BOTTOM_RIGHT -> stored.width() - 1 - x;
            case LEFT_TOP, RIGHT_TOP -> y;
            case RIGHT_BOTTOM, LEFT_BOTTOM -> stored.width() - 1 - y;
        };
    }

    private int row(int x, int y, Picture stored) {
        return switch (this) {
            case TOP_LEFT, TOP_RIGHT -> y;
            case BOTTOM_RIGHT, BOTTOM_LEFT -> stored.height() - 1 - y;
            case LEFT_TOP, LEFT_BOTTOM -> x;
            case RIGHT_TOP, RIGHT_BOTTOM -> stored.height() - 1 - x;
        };
    }
}
