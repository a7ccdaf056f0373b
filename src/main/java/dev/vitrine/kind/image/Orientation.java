package dev.vitrine.kind.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Which way up a camera was held: Exif's tag 0x0112 (CIPA DC-008) in a JPEG, PNG, WebP or TIFF
/// file, by its own names for where the stored rows and columns begin.
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

    /// What a file says; upright where it says nothing or is damaged.
    static Orientation of(byte[] file) {
        try {
            return find(ByteBuffer.wrap(file));
        } catch (IndexOutOfBoundsException e) {
            return TOP_LEFT;
        }
    }

    private static Orientation find(ByteBuffer file) {
        return switch (file.getInt(0)) {
            case 0x49492a00, 0x4d4d002a -> directory(file);
            case 0x89504e47 -> inPng(file);
            case 0x52494646 -> inWebp(file);
            default -> inJpeg(file);
        };
    }

    /// Goes through a JPEG file's segments up to its pixels.
    private static Orientation inJpeg(ByteBuffer file) {
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

    /// Looks for the chunk `eXIf` of a PNG file (its third edition, 11.3.4.5).
    private static Orientation inPng(ByteBuffer file) {
        int at = 8;
        while (file.getInt(at + 4) != 0x65584966) {
            at = beyond(at, file.getInt(at), 12);
        }
        return directory(file.slice(at + 8, file.getInt(at)));
    }

    /// Looks for the chunk `EXIF` of a WebP file (RFC 9649, 2.7.1.5).
    private static Orientation inWebp(ByteBuffer file) {
        file.order(ByteOrder.LITTLE_ENDIAN);
        int at = 12;
        while (file.getInt(at) != 0x46495845) {
            int length = file.getInt(at + 4);
            at = beyond(at, length, 8 + (length & 1));
        }
        return directory(file.slice(at + 8, file.getInt(at + 4)));
    }

    /// Where the next chunk begins.
    private static int beyond(int at, int length, int more) {
        if (length < 0 || length > Integer.MAX_VALUE - at - more) {
            throw new IndexOutOfBoundsException(length);
        }
        return at + length + more;
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
        int count = Math.multiplyExact(Math.multiplyExact(width, height), channels);
        if (stored.depth() == 16) {
            short[] words = new short[count];
            turn(stored, width, height, words);
            return Picture.owning(width, height, channels, words);
        }
        byte[] bytes = new byte[count];
        turn(stored, width, height, bytes);
        return Picture.owning(width, height, channels, bytes);
    }

    /// Moves whole pixels from one array of samples to another of the same type.
    private void turn(Picture stored, int width, int height, Object to) {
        Object from = stored.depth() == 16 ? stored.words() : stored.bytes();
        int channels = stored.channels();
        int o = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++, o += channels) {
                int i = (row(x, y, stored) * stored.width() + column(x, y, stored)) * channels;
                System.arraycopy(from, i, to, o, channels);
            }
        }
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
