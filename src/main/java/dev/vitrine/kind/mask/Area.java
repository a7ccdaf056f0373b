package dev.vitrine.kind.mask;

import dev.vitrine.kind.image.Picture;

import java.util.BitSet;
import java.util.Objects;

/// Some of the pixels of a picture; immutable.
public final class Area {
    /// From this light on a pixel of a picture belongs to the area it stands for.
    private static final int HALF = 128;

    private final int width;
    private final int height;
    private final BitSet pixels;

    private Area(int width, int height, BitSet pixels) {
        if (width < 1 || height < 1 || pixels.length() > Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException("No area is %d × %d".formatted(width, height));
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /// An area of a picture of this size.
    ///
    /// @param pixels the numbers of its pixels, row by row; copied
    public static Area of(int width, int height, BitSet pixels) {
        return new Area(width, height, (BitSet) pixels.clone());
    }

    /// What is light in a picture of a mask.
    static Area of(Picture mask) {
        BitSet pixels = new BitSet();
        int half = mask.depth() == 16 ? HALF << 8 : HALF;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (mask.sample(x, y, 0) >= half) {
                    pixels.set(y * mask.width() + x);
                }
            }
        }
        return new Area(mask.width(), mask.height(), pixels);
    }

    /// The numbers of its pixels, row by row, as a copy.
    public BitSet bits() {
        return (BitSet) pixels.clone();
    }

    /// The area white on black.
    public Picture picture() {
        byte[] samples = new byte[width * height];
        for (int i = pixels.nextSetBit(0); i >= 0; i = pixels.nextSetBit(i + 1)) {
            samples[i] = (byte) 255;
        }
        return Picture.of(width, height, 1, samples);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public boolean contains(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && pixels.get(y * width + x);
    }

    /// The number of the first pixel at or after this one, row by row; -1 where there is none.
    public int next(int from) {
        return pixels.nextSetBit(from);
    }

    /// How many pixels it has.
    public int size() {
        return pixels.cardinality();
    }

    /// How much of the picture it is, 0 to 1.
    public double part() {
        return (double) size() / ((double) width * height);
    }

    /// Which part of the pixels is in one of two areas of a size and not in the other.
    double differing(Area other) {
        BitSet all = (BitSet) pixels.clone();
        all.xor(other.pixels);
        return all.cardinality() / ((double) width * height);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Area a
                && width == a.width
                && height == a.height
                && pixels.equals(a.pixels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(width, height, pixels);
    }

    @Override
    public String toString() {
        return "%d of %d × %d".formatted(size(), width, height);
    }
}
