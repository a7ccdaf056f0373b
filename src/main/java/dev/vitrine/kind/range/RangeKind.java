package dev.vitrine.kind.range;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.number.NumberKind;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two numbers of which the first is not the greater: JSON's `[low, high]`; typed as `2 8`, `2, 8`,
/// `2 to 8` or `2..8`.
public final class RangeKind implements Kind<Range> {
    private static final NumberKind NUMBER = new NumberKind();

    private static final String DECIMAL = "([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)";

    private static final Pattern TYPED =
            Pattern.compile(
                    "\\[?\\s*" + DECIMAL + "\\s*(?:,|;|\\.\\.|–|to|\\s)\\s*" + DECIMAL + "\\s*]?");

    @Override
    public String id() {
        return "range";
    }

    @Override
    public Class<Range> type() {
        return Range.class;
    }

    @Override
    public Range decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node)
                    when node.isArray()
                            && node.size() == 2
                            && node.get(0).isNumber()
                            && node.get(1).isNumber() ->
                    finite(port, node.get(0).doubleValue(), node.get(1).doubleValue());
            case Raw.Json(JsonNode node) -> throw wrong(port, Json.plain(node));
            case Raw.Text(String text) -> parse(port, text);
            case Raw.Upload upload ->
                    parse(port, new String(upload.bytes(), StandardCharsets.UTF_8));
        };
    }

    @Override
    public JsonNode encode(Port port, Range value) {
        ArrayNode ends = Json.array();
        ends.add(NUMBER.encode(port, value.low()));
        ends.add(NUMBER.encode(port, value.high()));
        return ends;
    }

    @Override
    public List<Problem> declare(Port port) {
        if (port.limits().min().isEmpty() || port.limits().max().isEmpty()) {
            return List.of(
                    Problem.at(
                            port.name(),
                            "limits",
                            "The range '%s' needs a min and a max.".formatted(port.name())));
        }
        return NUMBER.declare(port);
    }

    /// Each end keeps the bounds of a number, and the ends their order.
    @Override
    public List<Problem> check(Port port, Range value) {
        if (value.low() > value.high()) {
            return List.of(
                    refusal(port, "value_error", value)
                            .withContext(Map.of("error", "the lower end comes first")));
        }
        return List.of(value.low(), value.high()).stream()
                .flatMap(end -> NUMBER.check(port, end).stream())
                .map(problem -> refusal(port, problem.type(), value).withContext(problem.context()))
                .limit(1)
                .toList();
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "array");
        schema.set("items", NUMBER.schema(port));
        return schema.put("minItems", 2).put("maxItems", 2);
    }

    @Override
    public Range example(Port port) {
        if (port.standard() instanceof List<?> ends
                && ends.size() == 2
                && ends.get(0) instanceof Number low
                && ends.get(1) instanceof Number high) {
            return new Range(low.doubleValue(), high.doubleValue());
        }
        return whole(port);
    }

    /// From the least number to the greatest one on a step, which is where a range begins.
    public static Range whole(Port port) {
        Limits limits = port.limits();
        double low = limits.min().orElse(Math.min(0, limits.max().orElse(0)));
        double high = limits.max().orElse(low + limits.step().orElse(1));
        OptionalDouble step = limits.step();
        return step.isEmpty()
                ? new Range(low, high)
                : new Range(
                        low,
                        low
                                + Math.floor((high - low) / step.getAsDouble() + 1e-6)
                                        * step.getAsDouble());
    }

    @Override
    public String text(Port port, Range value) {
        return "%s to %s%s"
                .formatted(
                        NumberKind.plain(NumberKind.rounded(port, value.low())),
                        NumberKind.plain(NumberKind.rounded(port, value.high())),
                        port.option("unit", String.class).map(u -> " " + u).orElse(""));
    }

    @Override
    public List<String> limits() {
        return NUMBER.limits();
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = NUMBER.options();
        all.remove("dice");
        return all;
    }

    private static Range parse(Port port, String text) {
        Matcher typed = TYPED.matcher(text.strip());
        if (!typed.matches()) {
            throw wrong(port, text);
        }
        return finite(port, Double.parseDouble(typed.group(1)), Double.parseDouble(typed.group(2)));
    }

    private static Range finite(Port port, double low, double high) {
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            throw wrong(port, List.of(String.valueOf(low), String.valueOf(high)));
        }
        return new Range(low, high);
    }

    private static ProblemException wrong(Port port, @Nullable Object given) {
        return ProblemException.input(
                Problem.at(
                                port.name(),
                                given instanceof String ? "list_parsing" : "list_type",
                                "'%s' is not a range; give %s."
                                        .formatted(port.label(), wanted(port)))
                        .withInput(given));
    }

    private static Problem refusal(Port port, String type, Range value) {
        return Problem.at(
                        port.name(),
                        type,
                        "'%s' is %s to %s; give %s."
                                .formatted(
                                        port.label(),
                                        NumberKind.plain(value.low()),
                                        NumberKind.plain(value.high()),
                                        wanted(port)))
                .withInput(List.of(value.low(), value.high()));
    }

    private static String wanted(Port port) {
        Limits limits = port.limits();
        String between =
                limits.min().isPresent() && limits.max().isPresent()
                        ? " from %s to %s"
                                .formatted(
                                        NumberKind.plain(limits.min().getAsDouble()),
                                        NumberKind.plain(limits.max().getAsDouble()))
                        : "";
        double step = limits.step().orElse(0);
        String steps =
                step == 0 || NumberKind.isWhole(port) && step == 1
                        ? ""
                        : " in steps of " + NumberKind.plain(step);
        return "two %snumbers%s%s, the lower one first"
                .formatted(NumberKind.isWhole(port) ? "whole " : "", between, steps);
    }
}
