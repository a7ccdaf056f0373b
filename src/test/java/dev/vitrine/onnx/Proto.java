package dev.vitrine.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes protobuf messages field by field, for models that no exporter would write.
public final class Proto {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public static Proto message() {
        return new Proto();
    }

    /// The smallest whole model: one float32 output of one element.
    static Proto model(Proto graph) {
        return message().integer(1, 8).field(8, message().integer(2, 17)).field(7, graph);
    }

    /// A tensor's `ValueInfoProto`; a negative size is written as the name `batch`.
    static Proto value(String name, int type, long... sizes) {
        Proto shape = message();
        for (long size : sizes) {
            shape.field(1, size < 0 ? message().text(2, "batch") : message().integer(1, size));
        }
        return typed(name, tensorType(type).field(2, shape));
    }

    /// A `ValueInfoProto` of this `TypeProto.Tensor`.
    static Proto typed(String name, Proto tensorType) {
        return message().text(1, name).field(2, message().field(1, tensorType));
    }

    static Proto tensorType(int type) {
        return message().integer(1, type);
    }

    static Proto node(String operator, String input, String output) {
        return message().text(1, input).text(2, output).text(4, operator);
    }

    public Proto integer(int number, long value) {
        varint((long) number << 3);
        varint(value);
        return this;
    }

    Proto text(int number, String text) {
        return bytes(number, text.getBytes(StandardCharsets.UTF_8));
    }

    public Proto field(int number, Proto message) {
        return bytes(number, message.bytes());
    }

    public Proto bytes(int number, byte[] bytes) {
        header(number, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /// The tag and length of a delimited field whose bytes follow, or do not.
    Proto header(int number, long length) {
        varint((long) number << 3 | 2);
        varint(length);
        return this;
    }

    /// Bytes as they are, fields or not.
    Proto raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
