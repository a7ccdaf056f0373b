package dev.vitrine.kind.number;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Finite numbers; a port whose `step` is a whole number from a whole `min` takes whole numbers
/// only.
public class NumberKind implements Kind<Double> {
    /// How far a number may lie from a step, as a part of the step, for what binary fractions
    /// cannot hold.
    private static final double STEP_SLACK = 1e-6;

    /// Beyond this a double skips whole numbers.
    private static final double EXACT = 1L << 53;

    /// The option of a number that may be any, such as a seed.
    private static final String DICE = "dice";

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    @Override
    public String id() {
        return "number";
    }

    @Override
    public final Class<Double> type() {
        return Double.class;
    }

    @Override
    public final Double decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node) when node.isNumber() ->
                    finite(port, node.doubleValue(), node.asString());
            case Raw.Json(JsonNode node) when node.isString() ->
                    throw wrong(port, "parsing", node.stringValue());
            case Raw.Json(JsonNode node) -> throw wrong(port, "type", Json.plain(node));
            case Raw.Text(String text) -> parse(port, text);
            case Raw.Upload upload ->
                    parse(port, new String(upload.bytes(), StandardCharsets.UTF_8));
        };
    }

    @Override
    public final JsonNode encode(Port port, Double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT && !isNegativeZero(value)
                ? LongNode.valueOf(value.longValue())
                : DoubleNode.valueOf(value);
    }

    @Override
    public final List<Problem> check(Port port, Double value) {
        Limits limits = port.limits();
        if (limits.min().isPresent() && value < limits.min().getAsDouble()) {
            return List.of(
                    outside(port, value, "greater_than_equal", "ge", limits.min().getAsDouble()));
        }
        if (limits.max().isPresent() && value > limits.max().getAsDouble()) {
            return List.of(
                    outside(port, value, "less_than_equal", "le", limits.max().getAsDouble()));
        }
        if (limits.step().isPresent() && !onStep(limits, value)) {
            return List.of(betweenSteps(port, value, limits.step().getAsDouble()));
        }
        return List.of();
    }

    private Problem betweenSteps(Port port, double value, double step) {
        String message =
                isWhole(port) && step == 1
                        ? "'%s' is %s; give a whole number.".formatted(port.label(), plain(value))
                        : "'%s' is %s; give a number in steps of %s from %s."
                                .formatted(
                                        port.label(),
                                        plain(value),
                                        plain(step),
                                        plain(port.limits().min().orElse(0)));
        Problem problem =
                isWhole(port) && value != Math.rint(value)
                        ? Problem.at(port.name(), "int_from_float", message)
                        : Problem.at(port.name(), "multiple_of", message)
                                .withContext(Map.of("multiple_of", bound(port, step)));
        return problem.withInput(value);
    }

    /// As pydantic says the bounds of whole numbers and of others.
    private static Object bound(Port port, double value) {
        return isWhole(port) && value == Math.rint(value) && Math.abs(value) < EXACT
                ? (Object) (long) value
                : (Object) value;
    }

    @Override
    public final ObjectNode schema(Port port) {
        Limits limits = port.limits();
        ObjectNode schema = Json.object().put("type", isWhole(port) ? "integer" : "number");
        limits.min().ifPresent(n -> schema.set("minimum", encode(port, n)));
        limits.max().ifPresent(n -> schema.set("maximum", encode(port, n)));
        // JSON Schema counts multiples from zero, a port from its least number.
        if (limits.step().isPresent()
                && limits.min().orElse(0) % limits.step().getAsDouble() == 0) {
            schema.set("multipleOf", encode(port, limits.step().getAsDouble()));
        }
        return schema;
    }

    @Override
    public final Double example(Port port) {
        Limits limits = port.limits();
        if (port.standard() instanceof Number n) {
            return n.doubleValue();
        }
        if (limits.min().isPresent() || limits.max().orElse(0) >= 0) {
            return limits.min().orElse(0);
        }
        double most = limits.max().orElse(0);
        if (limits.step().isEmpty()) {
            return most;
        }
        BigDecimal step = BigDecimal.valueOf(limits.step().getAsDouble());
        return BigDecimal.valueOf(most)
                .divide(step, 0, RoundingMode.FLOOR)
                .multiply(step)
                .doubleValue();
    }

    @Override
    public final String text(Port port, Double value) {
        return plain(rounded(port, value))
                + port.option("unit", String.class).map(u -> " " + u).orElse("");
    }

    /// A number as a person reads it: with as many decimals as its port says, else all.
    public static double rounded(Port port, double value) {
        return Double.isFinite(value)
                ? port.option("decimals", Number.class)
                        .map(n ->
                                BigDecimal.valueOf(value)
                                        .setScale(n.intValue(), RoundingMode.HALF_EVEN)
                                        .doubleValue())
                        .orElse(value)
                : value;
    }

    @Override
    public List<Problem> declare(Port port) {
        Limits limits = port.limits();
        OptionalDouble min = limits.min();
        OptionalDouble max = limits.max();
        if (min.isPresent() && max.isPresent() && min.getAsDouble() > max.getAsDouble()) {
            return List.of(
                    Problem.at(
                            port.name(),
                            "limits",
                            "'%s' has a min of %s above its max of %s; swap them."
                                    .formatted(
                                            port.name(),
                                            plain(min.getAsDouble()),
                                            plain(max.getAsDouble()))));
        }
        if (isRolled(port) && (min.isEmpty() || max.isEmpty())) {
            return List.of(
                    Problem.at(
                            port.name(),
                            "limits",
                            "The dice of '%s' needs a min and a max to roll between."
                                    .formatted(port.name())));
        }
        if (limits.step().isPresent() && !(limits.step().getAsDouble() > 0)) {
            return List.of(
                    Problem.at(
                            port.name(),
                            "limits",
                            "The step of '%s' must be greater than 0.".formatted(port.name())));
        }
        return List.of();
    }

    @Override
    public List<String> limits() {
        return List.of("min", "max", "step");
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        all.putObject("decimals")
                .put("type", "integer")
                .put("minimum", 0)
                .put("maximum", 15)
                .put(
                        "description",
                        "How many decimals an answer shows; all of them where nothing is said. The"
                                + " number itself keeps them.");
        all.putObject("unit")
                .put("type", "string")
                .put("description", "Shown behind the number, such as g.");
        all.putObject(DICE)
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether a dice beside the field rolls another number between min and max,"
                                + " as a seed wants. False where nothing is said.");
        return all;
    }

    /// Whether the number may be rolled with a dice.
    public static boolean isRolled(Port port) {
        return port.option(DICE, Boolean.class).orElse(false);
    }

    /// Whether a port takes whole numbers only.
    public static boolean isWhole(Port port) {
        Limits limits = port.limits();
        return limits.step().isPresent()
                && limits.step().getAsDouble() == Math.rint(limits.step().getAsDouble())
                && limits.min().orElse(0) == Math.rint(limits.min().orElse(0));
    }

    /// A number as people write it: no needless fraction, no exponent up to 2^53, a point in every
    /// locale.
    public static String plain(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < EXACT) {
            return Long.toString((long) value);
        }
        return size >= 1 && size < EXACT
                ? BigDecimal.valueOf(value).toPlainString()
                : Double.toString(value);
    }

    private static boolean onStep(Limits limits, double value) {
        double steps = (value - limits.min().orElse(0)) / limits.step().getAsDouble();
        return Math.abs(steps - Math.rint(steps))
                <= STEP_SLACK * Math.max(1, Math.abs(steps) * 1e-6);
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }

    private static Double parse(Port port, String text) {
        // Java's own parser takes more than people and JSON call a number, such as 1f and 0x1p3.
        if (!DECIMAL.matcher(text.strip()).matches()) {
            throw wrong(port, "parsing", text);
        }
        return finite(port, Double.parseDouble(text.strip()), text);
    }

    private static Double finite(Port port, double value, String text) {
        if (!Double.isFinite(value)) {
            throw wrong(port, "parsing", text);
        }
        return value;
    }

    /// @param how what pydantic calls it behind `int_` or `float_`
    private static ProblemException wrong(Port port, String how, @Nullable Object given) {
        return ProblemException.input(
                Problem.at(
                                port.name(),
                                (isWhole(port) ? "int_" : "float_") + how,
                                "'%s' is not a number; give %s."
                                        .formatted(port.label(), range(port)))
                        .withInput(given));
    }

    private static Problem outside(
            Port port, double value, String type, String word, double bound) {
        return Problem.at(
                        port.name(),
                        type,
                        "'%s' is %s; give %s.".formatted(port.label(), plain(value), range(port)))
                .withInput(value)
                .withContext(Map.of(word, bound(port, bound)));
    }

    private static String range(Port port) {
        OptionalDouble min = port.limits().min();
        OptionalDouble max = port.limits().max();
        String what = isWhole(port) ? "a whole number" : "a number";
        if (min.isPresent() && max.isPresent()) {
            return "%s from %s to %s"
                    .formatted(what, plain(min.getAsDouble()), plain(max.getAsDouble()));
        }
        if (min.isPresent()) {
            return "%s of at least %s".formatted(what, plain(min.getAsDouble()));
        }
        return max.isPresent()
                ? "%s of at most %s".formatted(what, plain(max.getAsDouble()))
                : what;
    }
}
