package dev.vitrine.task;

import dev.vitrine.tensor.Shape;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The order of a picture's dimensions in a tensor: N batch, C channel, H height, W width.
enum Layout {
    NCHW,
    NHWC,
    CHW,
    HWC,
    NHW,
    HW;

    /// The layout of this name, such as `NCHW`.
    static Optional<Layout> of(String name) {
        return Arrays.stream(values())
                .filter(l -> l.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /// The layout that a declared shape suggests; nothing where it holds no picture.
    static Optional<Layout> of(Shape shape) {
        return Arrays.stream(values()).filter(l -> l.suits(shape)).findFirst();
    }

    int rank() {
        return name().length();
    }

    /// The index of a dimension; -1 where this layout has none of that name.
    int index(char dimension) {
        return name().indexOf(dimension);
    }

    /// How far apart neighbours along a dimension lie in a tensor of these channels, height and
    /// width.
    int stride(char dimension, int channels, int height, int width) {
        int stride = 1;
        for (int i = rank() - 1; i > index(dimension); i--) {
            stride *= (int) size(name().charAt(i), channels, height, width);
        }
        return stride;
    }

    /// The sizes of a tensor that holds one picture.
    long[] shape(int channels, int height, int width) {
        return name().chars().mapToLong(c -> size((char) c, channels, height, width)).toArray();
    }

    private boolean suits(Shape shape) {
        if (shape.rank() != rank()) {
            return false;
        }
        int c = index('C');
        if (c < 0) {
            return true;
        }
        long channels = shape.at(c).size();
        return channels == 1 || channels == 3 || channels == 4;
    }

    private static long size(char dimension, int channels, int height, int width) {
        return switch (dimension) {
            case 'C' -> channels;
            case 'H' -> height;
            case 'W' -> width;
            default -> 1;
        };
    }
}
