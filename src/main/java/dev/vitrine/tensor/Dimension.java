package dev.vitrine.tensor;

/// One dimension of a declared shape: a fixed size, or free, mostly with a symbolic name such as
/// `batch`.
///
/// @param size the fixed size, or -1 where it is free
/// @param name the symbolic name of a free dimension, `?` where it has none; empty for a fixed one
public record Dimension(long size, String name) {
    private static final long FREE = -1;

    /// A dimension of one fixed size.
    public static Dimension fixed(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("A fixed dimension is not negative: " + size);
        }
        return new Dimension(size, "");
    }

    /// A dimension that each run may choose; dimensions of one name have one size within a run.
    public static Dimension free(String name) {
        return new Dimension(FREE, name.isEmpty() ? "?" : name);
    }

    /// Whether each run may choose the size.
    public boolean isFree() {
        return size == FREE;
    }

    @Override
    public String toString() {
        return isFree() ? name : Long.toString(size);
    }
}
