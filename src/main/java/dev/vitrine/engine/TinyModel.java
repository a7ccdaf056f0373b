package dev.vitrine.engine;

import dev.vitrine.tensor.ElementType;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes ONNX models of one node, for what ONNX Runtime's Java interface cannot make by itself.
///
/// @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>, whose
///   field numbers these are
final class TinyModel {
    static final String INPUT = "x";
    static final String OUTPUT = "y";

    /// The first version of the format and of the operators that know every type of [ElementType].
    private static final int IR_VERSION = 8;

    private static final int OPSET = 13;
    private static final int ATTRIBUTE_INT = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private TinyModel() {}

    /// `y = Cast(x)`.
    static byte[] cast(ElementType from, ElementType to) {
        TinyModel attribute =
                new TinyModel().text(1, "to").number(3, to.onnx()).number(20, ATTRIBUTE_INT);
        TinyModel graph =
                graph("Cast", attribute)
                        .message(11, value(INPUT, from))
                        .message(12, value(OUTPUT, to));
        return model(graph);
    }

    /// `y = x` for a tensor of strings `x` that stands in the model itself.
    static byte[] constant(List<String> strings, long... shape) {
        TinyModel tensor = new TinyModel();
        for (long size : shape) {
            tensor.number(1, size);
        }
        tensor.number(2, ElementType.STRING.onnx());
        strings.forEach(s -> tensor.text(6, s));
        tensor.text(8, INPUT);
        return model(
                graph("Identity", null)
                        .message(5, tensor)
                        .message(12, value(OUTPUT, ElementType.STRING)));
    }

    private static TinyModel graph(String operator, @Nullable TinyModel attribute) {
        TinyModel node = new TinyModel().text(1, INPUT).text(2, OUTPUT).text(4, operator);
        if (attribute != null) {
            node.message(5, attribute);
        }
        return new TinyModel().message(1, node).text(2, operator);
    }

    private static TinyModel value(String name, ElementType type) {
        TinyModel tensor = new TinyModel().number(1, type.onnx());
        return new TinyModel().text(1, name).message(2, new TinyModel().message(1, tensor));
    }

    private static byte[] model(TinyModel graph) {
        return new TinyModel()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new TinyModel().number(2, OPSET))
                .bytes
                .toByteArray();
    }

    private TinyModel number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    private TinyModel text(int field, String value) {
        return block(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private TinyModel message(int field, TinyModel value) {
        return block(field, value.bytes.toByteArray());
    }

    private TinyModel block(int field, byte[] value) {
        varint((long) field << 3 | 2);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
