package dev.vitrine.kind.vector;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.number.NumberKind;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Npy;
import dev.vitrine.tensor.Tensor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A list of numbers, of the port's `length` or any, each between its `min` and `max`: JSON's
/// `[0.1, -2]`; typed and pasted as NumPy prints it, as CSV, or with spaces between; a `.npy` file.
public final class VectorKind implements Kind<Vector> {
    private static final String LENGTH = "length";

    /// Numbers that a line of text shows.
    private static final int FEW = 8;

    private static final double[] SAMPLE = {0.5, -0.25, 1};

    @Override
    public String id() {
        return "vector";
    }

    @Override
    public Class<Vector> type() {
        return Vector.class;
    }

    @Override
    public Vector decode(Port port, Raw raw) {
        VectorReader reader = new VectorReader(port);
        return switch (raw) {
            case Raw.Json(JsonNode node) -> reader.array(node);
            case Raw.Text(String text) -> reader.typed(text);
            case Raw.Upload upload -> reader.file(upload.bytes());
        };
    }

    @Override
    public JsonNode encode(Port port, Vector value) {
        ArrayNode all = Json.array();
        for (int i = 0; i < value.size(); i++) {
            double v = value.get(i);
            if (!Double.isFinite(v)) {
                // JSON has no such numbers
                all.add(Double.toString(v));
            } else if (v == (long) v && Math.abs(v) < 1e15 && (v != 0 || 1 / v > 0)) {
                all.add((long) v);
            } else {
                all.add(v);
            }
        }
        return all;
    }

    @Override
    public List<Problem> declare(Port port) {
        Limits limits = port.limits();
        return limits.min().orElse(Double.NEGATIVE_INFINITY)
                        > limits.max().orElse(Double.POSITIVE_INFINITY)
                ? List.of(
                        Problem.at(
                                port.name(),
                                "limits",
                                "The min of '%s' is above its max; swap them."
                                        .formatted(port.name())))
                : List.of();
    }

    @Override
    public List<Problem> check(Port port, Vector value) {
        OptionalInt length = length(port);
        if (length.isPresent() && value.size() != length.getAsInt()) {
            return List.of(wrongLength(port, value.size(), length.getAsInt()));
        }
        double min = port.limits().min().orElse(-Double.MAX_VALUE);
        double max = port.limits().max().orElse(Double.MAX_VALUE);
        return IntStream.range(0, value.size())
                .filter(i -> !(value.get(i) >= min && value.get(i) <= max))
                .mapToObj(i -> outside(port, value.get(i), i))
                .limit(1)
                .toList();
    }

    /// That there are more or fewer numbers than are needed.
    public static Problem wrongLength(Port port, int size, int wanted) {
        return Problem.at(
                        port.name(),
                        size < wanted ? "too_short" : "too_long",
                        String.format(
                                Locale.ROOT,
                                "'%s' has %,d number%s; give %,d.",
                                port.label(),
                                size,
                                size == 1 ? "" : "s",
                                wanted))
                .withContext(Map.of("actual_length", size));
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "array");
        ObjectNode items = schema.putObject("items").put("type", "number");
        port.limits().min().ifPresent(n -> items.put("minimum", n));
        port.limits().max().ifPresent(n -> items.put("maximum", n));
        length(port).ifPresent(n -> schema.put("minItems", n).put("maxItems", n));
        return schema;
    }

    @Override
    public Vector example(Port port) {
        double min = port.limits().min().orElse(-Double.MAX_VALUE);
        double max = port.limits().max().orElse(Double.MAX_VALUE);
        return Vector.of(
                IntStream.range(0, length(port).orElse(SAMPLE.length))
                        .mapToDouble(i -> Math.clamp(SAMPLE[i % SAMPLE.length], min, max))
                        .toArray());
    }

    @Override
    public String text(Port port, Vector value) {
        if (value.size() <= FEW) {
            return list(value);
        }
        Summary s = Summary.of(value);
        return String.format(
                Locale.ROOT,
                "%,d numbers, %s to %s, mean %s, norm %s",
                s.size(),
                s.min(),
                s.max(),
                s.mean(),
                s.norm());
    }

    /// The numbers as JSON has them.
    public static String list(Vector value) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < value.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(NumberKind.plain(value.get(i)));
        }
        return text.append(']').toString();
    }

    /// The numbers as a file of NumPy's.
    public static byte[] npy(Vector value) {
        return Npy.write(Tensor.of(ElementType.FLOAT64, value.toArray(), value.size()));
    }

    /// The numbers as a table of one column, with its name above.
    public static byte[] csv(Port port, Vector value) {
        StringBuilder text = new StringBuilder(port.name()).append("\r\n");
        for (int i = 0; i < value.size(); i++) {
            text.append(NumberKind.plain(value.get(i))).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Media> file(Port port, Vector value) {
        return Optional.of(new Media(csv(port, value), "text/csv", "csv"));
    }

    @Override
    public long weight(Vector value) {
        return 32 + 8L * value.size();
    }

    @Override
    public List<String> limits() {
        return List.of("min", "max");
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        all.putObject(LENGTH)
                .put("type", "integer")
                .put("minimum", 1)
                .put("description", "How many numbers there are; any where nothing is said.");
        return all;
    }

    /// How many numbers a port takes; nothing where any will do.
    public static OptionalInt length(Port port) {
        return port.option(LENGTH, Number.class)
                .map(n -> OptionalInt.of(n.intValue()))
                .orElseGet(OptionalInt::empty);
    }

    /// The numbers of a tensor.
    public static Vector of(Tensor tensor) {
        return Numbers.of(tensor);
    }

    private static Problem outside(Port port, double value, int place) {
        Limits limits = port.limits();
        String bounds =
                limits.min().isPresent() && limits.max().isPresent()
                        ? " from %s to %s"
                                .formatted(
                                        NumberKind.plain(limits.min().getAsDouble()),
                                        NumberKind.plain(limits.max().getAsDouble()))
                        : limits.min().isPresent()
                                ? " from %s on"
                                        .formatted(NumberKind.plain(limits.min().getAsDouble()))
                                : limits.max().isPresent()
                                        ? " up to %s"
                                                .formatted(
                                                        NumberKind.plain(
                                                                limits.max().getAsDouble()))
                                        : " that are finite";
        boolean isLow = value < limits.min().orElse(Double.NEGATIVE_INFINITY);
        return Problem.at(
                        port.name(),
                        !Double.isFinite(value)
                                ? "finite_number"
                                : isLow ? "greater_than_equal" : "less_than_equal",
                        String.format(
                                Locale.ROOT,
                                "'%s' has %s at place %,d; give numbers%s.",
                                port.label(),
                                Double.isFinite(value)
                                        ? NumberKind.plain(value)
                                        : Double.toString(value),
                                place + 1,
                                bounds))
                .withContext(Map.of("place", place));
    }
}
