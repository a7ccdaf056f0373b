package dev.vitrine.kind.datetime;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.text.TextKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A date (`LocalDate`), a moment (`OffsetDateTime`) or a time of day (`LocalTime`), as the port's
/// `format` says and RFC 3339 writes them, between its `min` and `max`.
///
/// A moment without an offset is one of the zone of the computer that reads it.
public final class DatetimeKind implements Kind<Temporal> {
    private static final String MIN = "min";
    private static final String MAX = "max";

    @Override
    public String id() {
        return "datetime";
    }

    @Override
    public Class<Temporal> type() {
        return Temporal.class;
    }

    @Override
    public Temporal decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node) when node.isString() -> read(port, node.stringValue());
            case Raw.Json(JsonNode node) -> throw wrong(port, Json.plain(node));
            case Raw.Text(String text) -> read(port, text);
            case Raw.Upload upload -> read(port, TextKind.utf8(port, upload.bytes()));
        };
    }

    @Override
    public JsonNode encode(Port port, Temporal value) {
        return StringNode.valueOf(Moment.of(port).write(value));
    }

    @Override
    public List<Problem> declare(Port port) {
        Moment moment = Moment.of(port);
        for (String word : List.of(MIN, MAX)) {
            Optional<String> said = port.option(word, String.class);
            if (said.isPresent() && bound(port, word).isEmpty()) {
                return misdeclared(
                        port,
                        word,
                        "The %s of '%s' is no %s; write one such as %s."
                                .formatted(word, port.name(), moment.noun(), moment.sample()));
            }
        }
        Optional<Temporal> min = bound(port, MIN);
        Optional<Temporal> max = bound(port, MAX);
        return min.isPresent() && max.isPresent() && Moment.compare(min.get(), max.get()) > 0
                ? misdeclared(
                        port,
                        MIN,
                        "The min of '%s' is after its max; swap them.".formatted(port.name()))
                : List.of();
    }

    @Override
    public List<Problem> check(Port port, Temporal value) {
        Moment moment = Moment.of(port);
        if (!moment.is(value) || !Moment.isWritable(value)) {
            return List.of(refusal(port, parsing(moment), value));
        }
        Optional<Temporal> min = bound(port, MIN).filter(b -> Moment.compare(value, b) < 0);
        Optional<Temporal> max = bound(port, MAX).filter(b -> Moment.compare(value, b) > 0);
        return Stream.concat(
                        min.stream()
                                .map(b ->
                                        refusal(port, "greater_than_equal", value)
                                                .withContext(Map.of("ge", moment.write(b)))),
                        max.stream()
                                .map(b ->
                                        refusal(port, "less_than_equal", value)
                                                .withContext(Map.of("le", moment.write(b)))))
                .limit(1)
                .toList();
    }

    /// The bounds stand under the words that validators of JSON Schema add for them.
    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "string");
        Moment moment = Moment.of(port);
        if (moment == Moment.TIME) {
            // JSON Schema's own "time" has an offset
            schema.put("pattern", "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?$");
        } else {
            schema.put("format", moment.id());
        }
        bound(port, MIN).ifPresent(b -> schema.put("formatMinimum", moment.write(b)));
        bound(port, MAX).ifPresent(b -> schema.put("formatMaximum", moment.write(b)));
        return schema;
    }

    @Override
    public Temporal example(Port port) {
        Moment moment = Moment.of(port);
        Temporal usual = moment.read(moment.sample(), ZoneOffset.UTC);
        return check(port, usual).isEmpty()
                ? usual
                : bound(port, MIN).or(() -> bound(port, MAX)).orElse(usual);
    }

    @Override
    public String text(Port port, Temporal value) {
        return Moment.of(port).write(value);
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        ObjectNode format = all.putObject(Moment.WORD);
        format.put(
                "description",
                "A date, a date with its time, which is what is meant where nothing is said, or a"
                        + " time of day, as RFC 3339 writes them. A date and time without an offset"
                        + " is in the time zone of the computer that reads it; a time of day has"
                        + " none.");
        List.of(Moment.values()).forEach(moment -> format.withArray("enum").add(moment.id()));
        all.putObject(MIN)
                .put("type", "string")
                .put("description", "The first one, inclusive, in the form of the format.");
        all.putObject(MAX)
                .put("type", "string")
                .put("description", "The last one, inclusive, in the form of the format.");
        return all;
    }

    /// The first one that a port takes; nothing where any may be.
    public static Optional<Temporal> min(Port port) {
        return bound(port, MIN);
    }

    /// The last one that a port takes; nothing where any may be.
    public static Optional<Temporal> max(Port port) {
        return bound(port, MAX);
    }

    private static Optional<Temporal> bound(Port port, String word) {
        try {
            return port.option(word, String.class)
                    .map(text -> Moment.of(port).read(text, ZoneId.systemDefault()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Temporal read(Port port, String text) {
        try {
            return Moment.of(port).read(text, ZoneId.systemDefault());
        } catch (DateTimeException e) {
            throw wrong(port, text);
        }
    }

    private static ProblemException wrong(Port port, @Nullable Object given) {
        Moment moment = Moment.of(port);
        return ProblemException.input(
                Problem.at(
                                port.name(),
                                given instanceof String ? parsing(moment) : "string_type",
                                "'%s' is no %s; give one such as %s."
                                        .formatted(port.label(), moment.noun(), moment.sample()))
                        .withInput(given));
    }

    private static Problem refusal(Port port, String type, Temporal value) {
        Moment moment = Moment.of(port);
        Optional<String> min = bound(port, MIN).map(moment::write);
        Optional<String> max = bound(port, MAX).map(moment::write);
        String bounds =
                min.isPresent() && max.isPresent()
                        ? " from %s to %s".formatted(min.get(), max.get())
                        : min.map(" from %s on"::formatted)
                                .or(() -> max.map(" until %s"::formatted))
                                .orElse(" such as " + moment.sample());
        return Problem.at(
                        port.name(),
                        type,
                        "'%s' is %s; give a %s%s."
                                .formatted(
                                        port.label(), moment.write(value), moment.noun(), bounds))
                .withInput(moment.write(value));
    }

    private static String parsing(Moment moment) {
        return moment.id().replace("-", "") + "_parsing";
    }

    private static List<Problem> misdeclared(Port port, String word, String sentence) {
        return List.of(Problem.at(port.name(), word, sentence));
    }
}
