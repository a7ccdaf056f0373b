package dev.vitrine.http.inference;

import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tensors as the binary extension of the Open Inference Protocol carries them: row-major,
/// little-endian, one byte for a boolean, and before each string its length in four bytes.
///
/// @see <a
///   href="https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/protocol/extension_binary_data.html">Binary
///   Tensor Data Extension</a>
final class TensorBytes {
    private TensorBytes() {}

    /// Reads a tensor; nothing is allocated that the bytes do not fill.
    ///
    /// @param bytes all of the tensor's
    /// @param count how many elements the shape asks for
    /// @throws IllegalArgumentException with the end of a sentence where they are no such tensor
    static Tensor read(ElementType type, long[] shape, long count, ByteBuffer bytes) {
        if (type == ElementType.STRING) {
            return Tensor.of(strings(bytes.order(ByteOrder.LITTLE_ENDIAN), count), shape);
        }
        if (bytes.remaining() % type.bytes() != 0 || bytes.remaining() / type.bytes() != count) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "its shape asks for %,d elements of %d bytes and there are %,d bytes;"
                                    + " make them agree.",
                            count,
                            type.bytes(),
                            bytes.remaining()));
        }
        if (type == ElementType.BOOL) {
            checkBooleans(bytes);
        }
        return Tensor.of(type, bytes.order(ByteOrder.LITTLE_ENDIAN), shape);
    }

    /// The bytes of a tensor.
    static ByteBuffer write(Tensor tensor) {
        if (tensor.type() == ElementType.STRING) {
            return strings(tensor.strings());
        }
        ByteBuffer given = tensor.buffer();
        ByteBuffer bytes = ByteBuffer.allocate(given.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        switch (tensor.type().bytes()) {
            case 1 -> bytes.duplicate().put(given);
            case 2 -> bytes.asShortBuffer().put(given.asShortBuffer());
            case 4 -> bytes.asIntBuffer().put(given.asIntBuffer());
            default -> bytes.asLongBuffer().put(given.asLongBuffer());
        }
        return bytes;
    }

    private static void checkBooleans(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if ((bytes.get(i) & ~1) != 0) {
                throw new IllegalArgumentException("each of its bytes must be 0 or 1.");
            }
        }
    }

    private static List<String> strings(ByteBuffer bytes, long count) {
        List<String> all = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                throw new IllegalArgumentException(
                        "its string %d is cut short; put its length in four bytes before it."
                                .formatted(all.size() + 1));
            }
            all.add(length == 0 ? "" : string(bytes.slice(bytes.position(), length), all.size()));
            bytes.position(bytes.position() + length);
        }
        if (all.size() != count) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "its shape asks for %,d strings and there are %,d; make them agree.",
                            count,
                            all.size()));
        }
        return all;
    }

    private static String string(ByteBuffer bytes, int before) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "its string %d is no UTF-8; strings of ONNX are.".formatted(before + 1), e);
        }
    }

    private static ByteBuffer strings(List<String> strings) {
        List<byte[]> all = strings.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toList();
        long size = all.stream().mapToLong(s -> Integer.BYTES + (long) s.length).sum();
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        all.forEach(s -> bytes.putInt(s.length).put(s));
        return bytes.flip();
    }
}
