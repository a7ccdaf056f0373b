package dev.vitrine.tensor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes ONNX's files for tensors in every form that a writer may choose.
public final class ProtoBytes {
    /// Where the elements lie.
    public enum Form {
        /// In `raw_data`.
        RAW,
        /// In the field of their type, packed.
        PACKED,
        /// In the field of their type, one by one.
        SINGLE
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// A `TensorProto`.
    public static byte[] tensor(String name, Tensor tensor, Form form) {
        ProtoBytes all = new ProtoBytes();
        for (long size : tensor.shape()) {
            all.integer(1, size);
        }
        all.integer(2, tensor.type().onnx());
        all.elements(tensor, form);
        return all.bytes(8, name.getBytes(StandardCharsets.UTF_8)).out.toByteArray();
    }

    /// A `SequenceProto` of tensors.
    public static byte[] sequence(String name, List<Tensor> tensors) {
        ProtoBytes all = new ProtoBytes();
        all.bytes(1, name.getBytes(StandardCharsets.UTF_8)).integer(2, 1);
        tensors.forEach(t -> all.bytes(3, tensor("", t, Form.RAW)));
        return all.out.toByteArray();
    }

    /// An `OptionalProto` of a tensor or nothing.
    public static byte[] optional(String name, List<Tensor> one) {
        ProtoBytes all = new ProtoBytes();
        all.bytes(1, name.getBytes(StandardCharsets.UTF_8)).integer(2, 1);
        one.forEach(t -> all.bytes(3, tensor("", t, Form.RAW)));
        return all.out.toByteArray();
    }

    /// One `TensorProto` of these raw fields.
    static byte[] of(long type, long[] sizes, byte[] raw) {
        ProtoBytes all = new ProtoBytes().integer(2, type);
        for (long size : sizes) {
            all.integer(1, size);
        }
        return all.bytes(9, raw).out.toByteArray();
    }

    private void elements(Tensor tensor, Form form) {
        ElementType type = tensor.type();
        if (type == ElementType.STRING) {
            tensor.strings().forEach(s -> bytes(6, s.getBytes(StandardCharsets.UTF_8)));
            return;
        }
        if (form == Form.RAW) {
            bytes(9, little(tensor));
            return;
        }
        boolean fixed = type == ElementType.FLOAT32 || type == ElementType.FLOAT64;
        ProtoBytes packed = new ProtoBytes();
        for (int i = 0; i < tensor.size(); i++) {
            if (fixed) {
                byte[] one = little(Tensor.of(type, new double[] {tensor.number(i)}, 1));
                packed.out.writeBytes(one);
                if (form == Form.SINGLE) {
                    varint((long) field(type) << 3 | (one.length == 4 ? 5 : 1));
                    out.writeBytes(one);
                }
            } else {
                packed.varint(bits(tensor, i));
                if (form == Form.SINGLE) {
                    integer(field(type), bits(tensor, i));
                }
            }
        }
        if (form == Form.PACKED) {
            bytes(field(type), packed.out.toByteArray());
        }
    }

    /// Half-precision types are written as the bits they are.
    private static long bits(Tensor tensor, int i) {
        return tensor.type().isFloating()
                ? Short.toUnsignedLong(
                        tensor.buffer().order(ByteOrder.nativeOrder()).getShort(2 * i))
                : tensor.whole(i);
    }

    private static byte[] little(Tensor tensor) {
        ByteBuffer from = tensor.buffer();
        ByteBuffer to = ByteBuffer.allocate(from.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < tensor.size(); i++) {
            switch (tensor.type().bytes()) {
                case 1 -> to.put(from.get(i));
                case 2 -> to.putShort(from.getShort(2 * i));
                case 4 -> to.putInt(from.getInt(4 * i));
                default -> to.putLong(from.getLong(8 * i));
            }
        }
        return to.array();
    }

    private static int field(ElementType type) {
        return switch (type) {
            case FLOAT32 -> 4;
            case FLOAT64 -> 10;
            case INT64 -> 7;
            case UINT32, UINT64 -> 11;
            default -> 5;
        };
    }

    private ProtoBytes integer(int number, long value) {
        varint((long) number << 3);
        varint(value);
        return this;
    }

    private ProtoBytes bytes(int number, byte[] value) {
        varint((long) number << 3 | 2);
        varint(value.length);
        out.writeBytes(value);
        return this;
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
