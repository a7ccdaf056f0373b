package dev.vitrine.tensor;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// NumPy's `.npy` format, version 1.0 to 3.0 in, 1.0 out, as `numpy.lib.format` documents it.
///
/// The half-precision type without a NumPy name (`bfloat16`) is written as `uint16` bits; strings
/// and objects have no safe `.npy` form and are refused.
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern DESCR =
            Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z])(\\d+)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
    private static final Map<String, ElementType> TYPES =
            Map.ofEntries(
                    Map.entry("f4", ElementType.FLOAT32),
                    Map.entry("f8", ElementType.FLOAT64),
                    Map.entry("f2", ElementType.FLOAT16),
                    Map.entry("i1", ElementType.INT8),
                    Map.entry("u1", ElementType.UINT8),
                    Map.entry("i2", ElementType.INT16),
                    Map.entry("u2", ElementType.UINT16),
                    Map.entry("i4", ElementType.INT32),
                    Map.entry("u4", ElementType.UINT32),
                    Map.entry("i8", ElementType.INT64),
                    Map.entry("u8", ElementType.UINT64),
                    Map.entry("b1", ElementType.BOOL));

    private Npy() {}

    /// Whether these bytes begin as a `.npy` file does.
    public static boolean matches(byte[] bytes) {
        return bytes.length > MAGIC.length
                && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /// Reads a tensor.
    ///
    /// @throws IllegalArgumentException with a sentence where the bytes are no `.npy` file that a
    ///   tensor can hold
    public static Tensor read(byte[] bytes) {
        if (!matches(bytes) || bytes.length < 12) {
            throw new IllegalArgumentException(
                    "This is not a .npy file; save one with numpy.save.");
        }
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean wide = bytes[6] >= 2;
        int start = wide ? 12 : 10;
        long length =
                wide ? Integer.toUnsignedLong(b.getInt(8)) : Short.toUnsignedInt(b.getShort(8));
        if (start + length > bytes.length) {
            throw new IllegalArgumentException(
                    "This .npy file is cut short inside its header; save it again.");
        }
        String header = new String(bytes, start, (int) length, StandardCharsets.UTF_8);
        Matcher descr = find(DESCR, header);
        ElementType type = TYPES.get(descr.group(2) + descr.group(3));
        if (type == null) {
            throw new IllegalArgumentException(
                    "This .npy file holds %s, which no tensor can hold; convert it to a number type such as float32."
                            .formatted(descr.group(2) + descr.group(3)));
        }
        long[] shape = sizes(find(SHAPE, header).group(1));
        int offset = (int) (start + length);
        long wanted = bytesOf(shape, type);
        if (wanted != bytes.length - offset) {
            throw new IllegalArgumentException(
                    "This .npy file holds %d bytes where its header promises %d; save it again."
                            .formatted(bytes.length - offset, wanted));
        }
        ByteOrder order =
                descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Tensor stored = Tensor.of(type, b.slice(offset, (int) wanted).order(order), shape);
        return find(ORDER, header).group(1).equals("True") ? fromColumns(stored) : stored;
    }

    /// Writes a tensor as a `.npy` file.
    ///
    /// @throws IllegalArgumentException for strings
    public static byte[] write(Tensor tensor) {
        if (tensor.type() == ElementType.STRING) {
            throw new IllegalArgumentException(
                    "Strings cannot be saved as .npy; save them as JSON.");
        }
        String shape =
                Arrays.stream(tensor.shape())
                        .mapToObj(n -> n + ",")
                        .collect(Collectors.joining(" ", "(", ")"));
        String text =
                "{'descr': '%s', 'fortran_order': False, 'shape': %s, }"
                        .formatted(descr(tensor.type()), shape);
        int length = (10 + text.length() + 1 + 63) / 64 * 64;
        ByteBuffer data = tensor.buffer();
        ByteBuffer out =
                ByteBuffer.allocate(length + data.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (length - 10));
        out.put(text.getBytes(StandardCharsets.US_ASCII));
        while (out.position() < length - 1) {
            out.put((byte) ' ');
        }
        out.put((byte) '\n');
        out.put(data);
        return out.array();
    }

    private static String descr(ElementType type) {
        String order =
                type.bytes() == 1
                        ? "|"
                        : ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? "<" : ">";
        ElementType stored = type == ElementType.BFLOAT16 ? ElementType.UINT16 : type;
        return order
                + TYPES.entrySet().stream()
                        .filter(e -> e.getValue() == stored)
                        .findFirst()
                        .orElseThrow()
                        .getKey();
    }

    private static Matcher find(Pattern pattern, String header) {
        Matcher m = pattern.matcher(header);
        if (!m.find()) {
            throw new IllegalArgumentException(
                    "This .npy file has a header that is not a plain array's; save it again with"
                            + " numpy.save.");
        }
        return m;
    }

    private static long[] sizes(String text) {
        try {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (NumberFormatException e) {
            throw notSizes(e);
        }
    }

    private static long bytesOf(long[] shape, ElementType type) {
        try {
            long n = type.bytes();
            for (long size : shape) {
                if (size < 0) {
                    throw notSizes(null);
                }
                n = Math.multiplyExact(n, size);
            }
            return n;
        } catch (ArithmeticException e) {
            throw notSizes(e);
        }
    }

    private static IllegalArgumentException notSizes(@Nullable Throwable cause) {
        return new IllegalArgumentException(
                "This .npy file has a shape that is no list of sizes; save it again.", cause);
    }

    private static Tensor fromColumns(Tensor stored) {
        long[] shape = stored.shape();
        int bytes = stored.type().bytes();
        ByteBuffer from = stored.buffer();
        ByteBuffer to = Tensor.allocate((long) bytes * stored.size());
        long[] index = new long[shape.length];
        for (int i = 0; i < stored.size(); i++) {
            long column = 0;
            for (int d = shape.length - 1; d >= 0; d--) {
                column = column * shape[d] + index[d];
            }
            to.put(i * bytes, from, (int) column * bytes, bytes);
            for (int d = shape.length - 1; d >= 0 && ++index[d] == shape[d]; d--) {
                index[d] = 0;
            }
        }
        return Tensor.of(stored.type(), to, shape);
    }
}
