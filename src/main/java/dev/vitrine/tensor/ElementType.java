package dev.vitrine.tensor;

import java.util.Arrays;
import java.util.Optional;

/// The type of one element of a tensor, under ONNX's names and numbers (`TensorProto.DataType` of
/// `onnx.proto`).
public enum ElementType {
    FLOAT32("float32", 1, 4),
    UINT8("uint8", 2, 1),
    INT8("int8", 3, 1),
    UINT16("uint16", 4, 2),
    INT16("int16", 5, 2),
    INT32("int32", 6, 4),
    INT64("int64", 7, 8),
    STRING("string", 8, 0),
    BOOL("bool", 9, 1),
    FLOAT16("float16", 10, 2),
    FLOAT64("float64", 11, 8),
    UINT32("uint32", 12, 4),
    UINT64("uint64", 13, 8),
    BFLOAT16("bfloat16", 16, 2);

    private final String text;
    private final int onnx;
    private final int bytes;

    ElementType(String text, int onnx, int bytes) {
        this.text = text;
        this.onnx = onnx;
        this.bytes = bytes;
    }

    /// The name a person reads and a signature says, such as `float32`.
    public String text() {
        return text;
    }

    /// The number of this type in an ONNX file.
    public int onnx() {
        return onnx;
    }

    /// Bytes of one element; 0 for [#STRING], whose elements have no fixed size.
    public int bytes() {
        return bytes;
    }

    /// Whether elements are fractions rather than whole numbers, strings or booleans.
    public boolean isFloating() {
        return this == FLOAT32 || this == FLOAT64 || this == FLOAT16 || this == BFLOAT16;
    }

    /// Whether elements are whole numbers, signed or not.
    public boolean isInteger() {
        return !isFloating() && this != STRING && this != BOOL;
    }

    /// The type with this number in an ONNX file, or nothing where Vitrine knows no such type.
    public static Optional<ElementType> ofOnnx(int number) {
        return Arrays.stream(values()).filter(t -> t.onnx == number).findFirst();
    }

    /// The type of this name, such as `float32`, or nothing.
    public static Optional<ElementType> of(String text) {
        return Arrays.stream(values()).filter(t -> t.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
