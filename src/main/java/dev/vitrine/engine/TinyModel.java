package dev.vitrine.engine;

import dev.vitrine.tensor.ElementType;

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

    /// A version of the format and of the operators that knows every type of [ElementType].
    private static final int IR_VERSION = 9;

    private static final int OPSET = 19;
    private static final int ATTRIBUTE_INT = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private TinyModel() {}

    /// `y = Cast(x)`.
    static byte[] cast(ElementType from, ElementType to) {
        TinyModel type = message().text(1, "to").number(3, to.onnx()).number(20, ATTRIBUTE_INT);
        return model(
                message()
                        .message(1, node("Cast", List.of(INPUT)).message(5, type))
                        .text(2, "cast")
                        .message(11, value(INPUT, from))
                        .message(12, value(OUTPUT, to)));
    }

    /// A node that gives [#OUTPUT] (`NodeProto`).
    static TinyModel node(String operator, List<String> inputs) {
        TinyModel node = message();
        inputs.forEach(input -> node.text(1, input));
        return node.text(2, OUTPUT).text(4, operator);
    }

    /// A tensor of any shape as input or output (`ValueInfoProto`).
    static TinyModel value(String name, ElementType type) {
        TinyModel tensor = message().number(1, type.onnx());
        return message().text(1, name).message(2, message().message(1, tensor));
    }

    /// The bytes of a model of this graph (`GraphProto`).
    static byte[] model(TinyModel graph) {
        return model(graph, IR_VERSION, OPSET);
    }

    static byte[] model(TinyModel graph, int format, int opset) {
        return message()
                .number(1, format)
                .message(7, graph)
                .message(8, message().number(2, opset))
                .bytes
                .toByteArray();
    }

    static TinyModel message() {
        return new TinyModel();
    }

    TinyModel number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    TinyModel text(int field, String value) {
        return block(field, value.getBytes(StandardCharsets.UTF_8));
    }

    TinyModel message(int field, TinyModel value) {
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
