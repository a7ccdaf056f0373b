package dev.vitrine.tensor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/// ONNX's own file for a tensor (`TensorProto`), such as the `input_0.pb` beside a model: read, not
/// written.
///
/// @param name the tensor's name; may be empty
/// @param tensor the tensor
/// @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>, whose
///   field numbers these are
public record TensorProto(String name, Tensor tensor) {
    /// Reads a tensor.
    ///
    /// @throws IllegalArgumentException with a sentence where the bytes are no such file, or one
    ///   that keeps its elements in another, or holds a type that no tensor has
    public static TensorProto read(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes));
    }

    static TensorProto read(ByteBuffer message) {
        return new Reading(ProtoFields.of(message)).read();
    }

    /// The elements as they lie in the message: whole in `raw_data`, else in the field of a wider
    /// type.
    private static final class Reading {
        /// As many as NumPy's arrays have at most.
        private static final int MOST_DIMENSIONS = 64;

        private final ProtoFields fields;
        private final LongStream.Builder sizes = LongStream.builder();
        private final List<String> strings = new ArrayList<>();
        private final Typed typed = new Typed();

        private String name = "";
        private long type;
        private Optional<ByteBuffer> raw = Optional.empty();

        Reading(ProtoFields fields) {
            this.fields = fields;
        }

        TensorProto read() {
            for (int field = fields.next(); field != 0; field = fields.next()) {
                switch (field) {
                    case 1 -> fields.integers(sizes);
                    case 2 -> type = fields.integer();
                    case 3 -> throw unreadable("is one segment of a tensor; write it whole");
                    case 4 -> typed.put(fields.fixed(Float.BYTES));
                    case 5, 7, 11 -> fields.integers(typed);
                    case 6 -> strings.add(StandardCharsets.UTF_8.decode(fields.bytes()).toString());
                    case 8 -> name = fields.text();
                    case 9 -> raw = Optional.of(fields.bytes());
                    case 10 -> typed.put(fields.fixed(Double.BYTES));
                    case 14 -> local(fields.integer());
                    default -> {}
                }
            }
            return new TensorProto(name, tensor());
        }

        private static void local(long location) {
            if (location != 0) {
                throw unreadable(
                        "keeps its elements in another file; write it with them"
                                + " (onnx.save_tensor)");
            }
        }

        private Tensor tensor() {
            ElementType element =
                    Optional.of(type)
                            .filter(t -> t == (int) (long) t)
                            .flatMap(t -> ElementType.ofOnnx((int) (long) t))
                            .orElseThrow(this::unknown);
            long[] shape = sizes.build().toArray();
            if (shape.length > MOST_DIMENSIONS) {
                throw unreadable(
                        "has %d dimensions, more than any network takes; write it again"
                                .formatted(shape.length));
            }
            if (element == ElementType.STRING) {
                held(strings.size(), shape);
                return Tensor.of(strings, shape);
            }
            ByteBuffer data = raw.orElseGet(() -> typed.as(element));
            if (data.remaining() % element.bytes() != 0) {
                throw ProtoFields.damaged();
            }
            held(data.remaining() / element.bytes(), shape);
            return Tensor.of(element, element == ElementType.BOOL ? truth(data) : data, shape);
        }

        private IllegalArgumentException unknown() {
            return type == 0
                    ? ProtoFields.damaged()
                    : unreadable(
                            "holds elements of ONNX's type %d, which no tensor here can hold; convert it to a type such as float32"
                                    .formatted(type));
        }

        private static void held(long count, long[] shape) {
            long wanted = 1;
            for (long size : shape) {
                wanted = size < 0 ? -1 : product(wanted, size);
            }
            if (wanted != count) {
                throw unreadable(
                        "has %d elements, which do not fill its shape %s; write it again"
                                .formatted(count, Arrays.toString(shape)));
            }
        }

        /// -1 where it is beyond any file.
        private static long product(long a, long b) {
            return a < 0 || Math.multiplyHigh(a, b) != 0 || a * b < 0 ? -1 : a * b;
        }

        private static ByteBuffer truth(ByteBuffer data) {
            ByteBuffer truth = Tensor.allocate(data.remaining());
            while (data.hasRemaining()) {
                truth.put((byte) (data.get() == 0 ? 0 : 1));
            }
            return truth.flip();
        }

        private static IllegalArgumentException unreadable(String why) {
            return new IllegalArgumentException("This tensor of ONNX (.pb) %s.".formatted(why));
        }
    }

    /// Elements from the fields of a type; integers arrive wider than they are.
    private static final class Typed implements LongConsumer {
        private final ByteArrayOutputStream numbers = new ByteArrayOutputStream();
        private final ByteBuffer wide = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        private boolean whole;

        void put(ByteBuffer fixed) {
            byte[] bytes = new byte[fixed.remaining()];
            fixed.get(bytes);
            numbers.writeBytes(bytes);
        }

        @Override
        public void accept(long integer) {
            whole = true;
            numbers.writeBytes(wide.putLong(0, integer).array());
        }

        ByteBuffer as(ElementType type) {
            byte[] all = numbers.toByteArray();
            boolean fixed = type == ElementType.FLOAT32 || type == ElementType.FLOAT64;
            if (all.length > 0 && fixed == whole) {
                throw ProtoFields.damaged();
            }
            if (fixed || type.bytes() == Long.BYTES) {
                return ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
            }
            byte[] narrow = new byte[all.length / Long.BYTES * type.bytes()];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = all[i / type.bytes() * Long.BYTES + i % type.bytes()];
            }
            return ByteBuffer.wrap(narrow).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
