package dev.vitrine.kind.tensor;

import dev.vitrine.kind.Json;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tensors as JSON. Numbers that JSON has no word for are the strings `NaN`, `Infinity` and
/// `-Infinity`.
final class TensorJson {
    private TensorJson() {}

    /// Reads nested lists, a scalar, or `{"type", "shape", "data"}`.
    ///
    /// @throws IllegalArgumentException with a sentence where it is none of them
    static Tensor read(ElementType declared, JsonNode node) {
        if (!node.isObject()) {
            List<Long> shape = new ArrayList<>();
            for (JsonNode n = node; n.isArray(); n = n.path(0)) {
                shape.add((long) n.size());
                if (n.isEmpty()) {
                    break;
                }
            }
            long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
            List<JsonNode> flat = new ArrayList<>();
            flatten(node, sizes, 0, flat);
            return tensor(declared, flat, sizes);
        }
        ElementType type =
                ElementType.of(node.path("type").asString(declared.text()))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "its type is unknown; use a name such as float32."));
        if (!node.path("shape").isArray() || !node.path("data").isArray()) {
            throw new IllegalArgumentException("an object needs the lists shape and data.");
        }
        long[] sizes = new long[node.path("shape").size()];
        long count = 1;
        for (int i = 0; i < sizes.length; i++) {
            JsonNode size = node.path("shape").path(i);
            if (!size.canConvertToLong() || size.longValue() < 0) {
                throw new IllegalArgumentException(
                        "its shape must be a list of whole numbers from 0.");
            }
            sizes[i] = size.longValue();
            count = Math.multiplyExact(count, sizes[i]);
        }
        if (count != node.path("data").size()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "its shape asks for %,d elements and its data holds %,d; make them"
                                    + " agree.",
                            count,
                            node.path("data").size()));
        }
        List<JsonNode> flat = new ArrayList<>();
        node.path("data").forEach(flat::add);
        return tensor(type, flat, sizes);
    }

    /// All elements in a flat list, whole numbers exactly.
    static ArrayNode data(Tensor tensor) {
        ArrayNode data = Json.array();
        if (tensor.type() == ElementType.STRING) {
            tensor.strings().forEach(data::add);
            return data;
        }
        ByteBuffer bytes = tensor.buffer();
        for (int i = 0; i < tensor.size(); i++) {
            switch (tensor.type()) {
                case FLOAT32 -> data.add(bytes.getFloat(4 * i));
                case FLOAT64, FLOAT16, BFLOAT16 -> data.add(tensor.number(i));
                case BOOL -> data.add(tensor.number(i) != 0);
                case UINT64 -> data.add(new BigInteger(Long.toUnsignedString(tensor.whole(i))));
                default -> data.add(tensor.whole(i));
            }
        }
        return data;
    }

    private static void flatten(JsonNode node, long[] sizes, int depth, List<JsonNode> flat) {
        if (depth == sizes.length) {
            if (node.isContainer()) {
                throw new IllegalArgumentException(
                        "its lists have different depths; make every row alike.");
            }
            flat.add(node);
            return;
        }
        if (!node.isArray() || node.size() != sizes[depth]) {
            throw new IllegalArgumentException(
                    "its lists have different lengths; make every row alike.");
        }
        node.forEach(n -> flatten(n, sizes, depth + 1, flat));
    }

    private static Tensor tensor(ElementType type, List<JsonNode> flat, long[] sizes) {
        if (type == ElementType.STRING) {
            return Tensor.of(flat.stream().map(TensorJson::string).toList(), sizes);
        }
        if (type == ElementType.INT64 || type == ElementType.UINT64) {
            ByteBuffer bytes = Tensor.allocate(8L * flat.size());
            flat.forEach(n -> bytes.putLong(whole(type, n)));
            return Tensor.of(type, bytes.rewind(), sizes);
        }
        return Tensor.of(type, flat.stream().mapToDouble(TensorJson::number).toArray(), sizes);
    }

    private static String string(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException("it must hold strings only.");
        }
        return node.stringValue();
    }

    private static long whole(ElementType type, JsonNode node) {
        boolean fits =
                type == ElementType.UINT64
                        ? node.isIntegralNumber()
                                && node.bigIntegerValue().signum() >= 0
                                && node.bigIntegerValue().bitLength() <= 64
                        : node.isNumber() && node.canConvertToLong();
        if (!fits) {
            throw new IllegalArgumentException("it must hold whole numbers only.");
        }
        return node.isIntegralNumber()
                ? node.bigIntegerValue().longValue()
                : (long) node.doubleValue();
    }

    private static double number(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue() ? 1 : 0;
        }
        if (node.isString()
                && List.of("NaN", "Infinity", "-Infinity").contains(node.stringValue())) {
            return Double.parseDouble(node.stringValue());
        }
        if (!node.isNumber()) {
            throw new IllegalArgumentException("it must hold numbers only.");
        }
        return node.doubleValue();
    }
}
