package dev.vitrine.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/// An immutable n-dimensional array in row-major order.
///
/// Numbers lie in one buffer in the machine's byte order, strings in a list. Booleans are one byte,
/// 0 or 1. The half-precision types are carried as their bits.
///
/// The buffer is on the heap, where the garbage collector sees what a tensor weighs: direct buffers
/// pile up outside it until a collection happens for another reason.
public final class Tensor {
    private final ElementType type;
    private final long[] shape;
    private final ByteBuffer bytes;
    private final List<String> strings;

    private Tensor(ElementType type, ByteBuffer bytes, List<String> strings, long[] shape) {
        this.type = type;
        this.shape = shape.clone();
        this.bytes = bytes;
        this.strings = strings;
        long held = type == ElementType.STRING ? strings.size() : bytes.remaining() / type.bytes();
        if (held != elements(shape)) {
            throw new IllegalArgumentException(
                    held + " elements do not fill the shape " + Arrays.toString(shape));
        }
    }

    /// A tensor over bytes that the caller gives away: a buffer in native order is kept, any other
    /// is copied.
    public static Tensor of(ElementType type, ByteBuffer data, long... shape) {
        if (type == ElementType.STRING) {
            throw new IllegalArgumentException("Strings have no buffer");
        }
        boolean fits = data.order() == ByteOrder.nativeOrder();
        ByteBuffer kept = fits ? data.slice().order(ByteOrder.nativeOrder()) : copy(data, type);
        return new Tensor(type, kept, List.of(), shape);
    }

    /// A `float32` tensor of a copy of these numbers.
    public static Tensor of(float[] values, long... shape) {
        ByteBuffer b = allocate(4L * values.length);
        b.asFloatBuffer().put(values);
        return new Tensor(ElementType.FLOAT32, b, List.of(), shape);
    }

    /// An `int64` tensor of a copy of these numbers.
    public static Tensor of(long[] values, long... shape) {
        ByteBuffer b = allocate(8L * values.length);
        b.asLongBuffer().put(values);
        return new Tensor(ElementType.INT64, b, List.of(), shape);
    }

    /// A `string` tensor.
    public static Tensor of(List<String> values, long... shape) {
        return new Tensor(ElementType.STRING, allocate(0), List.copyOf(values), shape);
    }

    /// A tensor of any numeric type filled from doubles: rounded for whole numbers, non-zero is
    /// true for booleans.
    ///
    /// @throws IllegalArgumentException for [ElementType#STRING], and where a whole number lies
    ///   outside its type
    public static Tensor of(ElementType type, double[] values, long... shape) {
        ByteBuffer b = allocate((long) type.bytes() * values.length);
        for (int i = 0; i < values.length; i++) {
            Elements.put(type, b, i, values[i]);
        }
        return new Tensor(type, b, List.of(), shape);
    }

    /// A buffer in the machine's byte order, the form in which [#of(ElementType, ByteBuffer,
    /// long...)] copies nothing.
    public static ByteBuffer allocate(long bytes) {
        return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
    }

    /// The type of the elements.
    public ElementType type() {
        return type;
    }

    /// The sizes of the dimensions, outermost first; empty for a scalar.
    public long[] shape() {
        return shape.clone();
    }

    /// The number of elements.
    public int size() {
        return Math.toIntExact(elements(shape));
    }

    /// The bytes of a numeric tensor, read-only, in the machine's byte order.
    public ByteBuffer buffer() {
        return bytes.asReadOnlyBuffer().order(ByteOrder.nativeOrder());
    }

    /// The elements of a string tensor in row-major order; empty for any other.
    public List<String> strings() {
        return strings;
    }

    /// One element as a number, by its row-major index.
    public double number(int index) {
        return Elements.get(type, bytes, index);
    }

    /// One element of a whole-number tensor without the rounding a double brings.
    public long whole(int index) {
        return type == ElementType.INT64 || type == ElementType.UINT64
                ? bytes.getLong(8 * index)
                : (long) Elements.get(type, bytes, index);
    }

    /// All elements as single-precision numbers, in row-major order.
    public float[] floats() {
        float[] all = new float[size()];
        if (type == ElementType.FLOAT32) {
            buffer().asFloatBuffer().get(all);
        } else {
            for (int i = 0; i < all.length; i++) {
                all[i] = (float) number(i);
            }
        }
        return all;
    }

    /// The same elements under another shape of as many elements.
    public Tensor reshape(long... sizes) {
        return new Tensor(type, bytes, strings, sizes);
    }

    /// What this tensor is, such as `float32[1, 10]`.
    public String form() {
        return type.text() + Arrays.toString(shape);
    }

    private static ByteBuffer copy(ByteBuffer from, ElementType type) {
        ByteBuffer source = from.slice().order(from.order());
        ByteBuffer target = allocate(source.remaining());
        switch (type.bytes()) {
            case 1 -> target.put(source);
            case 2 -> target.asShortBuffer().put(source.asShortBuffer());
            case 4 -> target.asIntBuffer().put(source.asIntBuffer());
            default -> target.asLongBuffer().put(source.asLongBuffer());
        }
        return target.rewind();
    }

    private static long elements(long[] shape) {
        long n = 1;
        for (long size : shape) {
            n = Math.multiplyExact(n, size);
        }
        return n;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor t
                && type == t.type
                && Arrays.equals(shape, t.shape)
                && bytes.equals(t.bytes)
                && strings.equals(t.strings);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * type.hashCode() + Arrays.hashCode(shape))
                + bytes.hashCode()
                + strings.hashCode();
    }

    @Override
    public String toString() {
        return form();
    }
}
