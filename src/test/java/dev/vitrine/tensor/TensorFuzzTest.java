package dev.vitrine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import dev.vitrine.onnx.Damage;
import dev.vitrine.onnx.Proto;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/// Files of tensors that nobody should have written: each is read or refused with a sentence, soon
/// and in little memory.
class TensorFuzzTest {
    private static final int FILES = 6_000;
    private static final long SEED = 20_260_820;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final long MOST_BYTES = 64L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void npy() {
        byte[] whole = Npy.write(floats(3, 4));
        fuzz(
                Npy::read,
                whole,
                header("'<f4'", "3, 4"),
                header("'<f4'", "9".repeat(60_000)),
                header("'<f8'", "9223372036854775807, 2, 2"),
                header("'|O'", ""),
                header("'<f4'", "1, ".repeat(20_000)),
                header("'<f4'", "-1, -1"),
                header("'" + "<".repeat(60_000) + "'", "1"));
    }

    @Test
    void npz() {
        byte[] whole = Npz.write(Map.of("a", floats(3, 4), "b", floats()));
        fuzz(Npz::read, whole, Npz.write(Map.of("../../a\u0000", floats(1))));
    }

    @Test
    void pb() {
        Proto tensor = Proto.message().integer(1, 3).integer(1, 4).integer(2, 1);
        byte[] whole = tensor.bytes(9, new byte[48]).bytes();
        Proto many = Proto.message().integer(2, 1);
        for (int i = 0; i < 100_000; i++) {
            many.integer(1, 1);
        }
        Consumer<byte[]> read =
                bytes -> {
                    quietly(() -> SequenceProto.read(bytes));
                    quietly(() -> OptionalProto.read(bytes));
                    TensorProto.read(bytes);
                };
        fuzz(read, whole, many.bytes(), nested(1), nested(3), nested(6));
    }

    /// Optionals of optionals, sequences of sequences.
    private static byte[] nested(int field) {
        Proto inner = Proto.message().integer(2, 1);
        for (int i = 0; i < 3_000; i++) {
            inner = Proto.message().integer(2, field == 3 ? 1 : 4).bytes(field, inner.bytes());
        }
        return inner.bytes();
    }

    private static void quietly(Runnable read) {
        try {
            read.run();
        } catch (IllegalArgumentException e) {
            check(e);
        }
    }

    private void fuzz(Consumer<byte[]> read, byte[]... seeds) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < FILES && wrong.size() < 10; i++) {
            Random random = new Random(SEED + i);
            byte[] seed = seeds[i % seeds.length];
            byte[] bytes =
                    i < seeds.length
                            ? seed
                            : i % 5 == 0 ? Damage.cut(random, seed) : Damage.damaged(random, seed);
            String said = said(read, bytes);
            if (!said.isEmpty()) {
                wrong.add("file %d of %d bytes: %s".formatted(i, bytes.length, said));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private String said(Consumer<byte[]> read, byte[] bytes) {
        long thread = Thread.currentThread().threadId();
        long allocatedBefore = threads.getThreadAllocatedBytes(thread);
        long before = System.nanoTime();
        try {
            read.accept(bytes);
        } catch (IllegalArgumentException e) {
            try {
                check(e);
            } catch (IllegalStateException notSaid) {
                return String.valueOf(notSaid.getMessage());
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return e + " at " + List.of(trace).subList(0, Math.min(5, trace.length));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        long allocated = threads.getThreadAllocatedBytes(thread) - allocatedBefore;
        return took.compareTo(LONGEST) > 0
                ? "took " + took
                : allocated > MOST_BYTES + bytes.length
                        ? "took %,d bytes".formatted(allocated)
                        : "";
    }

    private static void check(IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        if (e.getClass() != IllegalArgumentException.class
                || !message.endsWith(".")
                || message.length() > 1000
                || message.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalStateException(
                    e.getClass().getSimpleName()
                            + " of "
                            + message.length()
                            + ": "
                            + message.substring(0, Math.min(300, message.length())));
        }
    }

    private static Tensor floats(long... shape) {
        int count = 1;
        for (long size : shape) {
            count *= (int) size;
        }
        return Tensor.of(ElementType.FLOAT32, ByteBuffer.allocate(4 * count), shape);
    }

    private static byte[] header(String descr, String shape) {
        String text =
                "{'descr': %s, 'fortran_order': False, 'shape': (%s), }\n".formatted(descr, shape);
        byte[] words = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(12 + words.length + 48)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0})
                .putInt(words.length)
                .put(words)
                .array();
    }
}
