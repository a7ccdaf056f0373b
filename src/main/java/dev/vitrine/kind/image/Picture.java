package dev.vitrine.kind.image;

import java.util.Arrays;

/// An immutable picture: rows from the top, samples interleaved, 8 or 16 bits each, alpha not
/// premultiplied.
///
/// One channel is grey, three are red, green and blue, four have alpha behind them; all are in
/// sRGB.
public final class Picture {
    private final int width;
    private final int height;
    private final int channels;
    private final byte[] bytes;
    private final short[] words;

    private Picture(int width, int height, int channels, byte[] bytes, short[] words) {
        if (width < 1 || height < 1 || channels != 1 && channels != 3 && channels != 4) {
            throw new IllegalArgumentException(
                    "No picture is %d × %d × %d".formatted(width, height, channels));
        }
        if (bytes.length + words.length
                != Math.multiplyExact(Math.multiplyExact(width, height), channels)) {
            throw new IllegalArgumentException("The samples do not fill the picture");
        }
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.bytes = bytes;
        this.words = words;
    }

    /// A picture of 8-bit samples; the array is copied.
    public static Picture of(int width, int height, int channels, byte[] samples) {
        return new Picture(width, height, channels, samples.clone(), new short[0]);
    }

    /// A picture of 16-bit samples; the array is copied.
    public static Picture of(int width, int height, int channels, short[] samples) {
        return new Picture(width, height, channels, new byte[0], samples.clone());
    }

    /// A picture of 8-bit samples that nobody else changes any more; the array is not copied.
    static Picture owning(int width, int height, int channels, byte[] samples) {
        return new Picture(width, height, channels, samples, new short[0]);
    }

    /// A picture of 16-bit samples that nobody else changes any more; the array is not copied.
    static Picture owning(int width, int height, int channels, short[] samples) {
        return new Picture(width, height, channels, new byte[0], samples);
    }

    /// A picture of pixels as `0xAARRGGBB`, of three channels where every pixel is opaque and of
    /// four otherwise.
    public static Picture ofArgb(int width, int height, int[] pixels) {
        boolean opaque = Arrays.stream(pixels).allMatch(p -> p >>> 24 == 0xff);
        int channels = opaque ? 3 : 4;
        byte[] samples = new byte[Math.multiplyExact(pixels.length, channels)];
        for (int i = 0, o = 0; i < pixels.length; i++) {
            int p = pixels[i];
            samples[o++] = (byte) (p >> 16);
            samples[o++] = (byte) (p >> 8);
            samples[o++] = (byte) p;
            if (!opaque) {
                samples[o++] = (byte) (p >>> 24);
            }
        }
        return new Picture(width, height, channels, samples, new short[0]);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// 1 (grey), 3 (RGB) or 4 (RGBA).
    public int channels() {
        return channels;
    }

    /// Bits of a sample: 8 or 16.
    public int depth() {
        return words.length > 0 ? 16 : 8;
    }

    /// One sample, 0 to 255 or 0 to 65,535 by [#depth()].
    public int sample(int x, int y, int channel) {
        int i = (y * width + x) * channels + channel;
        return words.length > 0 ? words[i] & 0xffff : bytes[i] & 0xff;
    }

    /// A part of the picture, as it is.
    ///
    /// @throws IllegalArgumentException where it is empty or reaches beyond the picture
    public Picture part(int x, int y, int columns, int rows) {
        if (x < 0 || y < 0 || columns > width - x || rows > height - y) {
            throw new IllegalArgumentException(
                    "%s has no part of %d × %d at %d, %d".formatted(this, columns, rows, x, y));
        }
        Object from = words.length > 0 ? words : bytes;
        int line = columns * channels;
        byte[] narrow = new byte[words.length > 0 ? 0 : Math.max(0, line * rows)];
        short[] wide = new short[words.length > 0 ? Math.max(0, line * rows) : 0];
        Object to = words.length > 0 ? wide : narrow;
        for (int row = 0; row < rows; row++) {
            int start = ((y + row) * width + x) * channels;
            System.arraycopy(from, start, to, row * line, line);
        }
        return new Picture(columns, rows, channels, narrow, wide);
    }

    /// The samples of a row as numbers, 0 to 255 or 0 to 65,535 by [#depth()], which is much
    /// quicker than one by one.
    ///
    /// @param to takes `width × channels` numbers
    public void row(int y, float[] to) {
        int count = width * channels;
        int from = y * count;
        if (words.length > 0) {
            for (int i = 0; i < count; i++) {
                to[i] = words[from + i] & 0xffff;
            }
        } else {
            for (int i = 0; i < count; i++) {
                to[i] = bytes[from + i] & 0xff;
            }
        }
    }

    /// The 8-bit samples themselves, not to be changed; empty where they have 16 bits.
    byte[] bytes() {
        return bytes;
    }

    /// The 16-bit samples themselves, not to be changed; empty where they have 8 bits.
    short[] words() {
        return words;
    }

    /// The pixels as `0xAARRGGBB`, row by row, of 8 bits each.
    public int[] argb() {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int o = i * channels;
            int r = eight(o);
            int g = channels == 1 ? r : eight(o + 1);
            int b = channels == 1 ? r : eight(o + 2);
            int a = channels == 4 ? eight(o + 3) : 0xff;
            pixels[i] = a << 24 | r << 16 | g << 8 | b;
        }
        return pixels;
    }

    private int eight(int index) {
        return words.length > 0 ? (words[index] & 0xffff) >> 8 : bytes[index] & 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture p
                && width == p.width
                && height == p.height
                && channels == p.channels
                && Arrays.equals(bytes, p.bytes)
                && Arrays.equals(words, p.words);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(bytes) + Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return "%d × %d".formatted(width, height);
    }
}
