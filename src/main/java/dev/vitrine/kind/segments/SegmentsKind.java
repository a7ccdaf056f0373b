package dev.vitrine.kind.segments;

import dev.vitrine.kind.Comparison;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.Score;
import dev.vitrine.kind.audio.Clock;
import dev.vitrine.kind.table.Table;
import dev.vitrine.kind.table.TableCsv;
import dev.vitrine.kind.table.TableKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Parts of a sound: `{"segments": [{"label": "speech", "start": 1.06, "end": 4.1, "score": 0.93},
/// …], "scores": {"step": 0.032, "values": [0.02, 0.97, …]}}`, times in seconds from the sound's
/// beginning.
///
/// A part that is given by hand needs no label; it has no score where none is given, and the scores
/// along the sound may be missing.
public final class SegmentsKind implements Kind<Segments> {
    /// How many parts a line of a terminal lists.
    private static final int FEW = 10;

    /// How far a time may lie from the expected one, in seconds.
    private static final double NEAR = 0.05;

    private static final String LABELS = "labels";
    private static final String SCORES = "scores";

    @Override
    public String id() {
        return "segments";
    }

    @Override
    public Class<Segments> type() {
        return Segments.class;
    }

    @Override
    public Segments decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node) -> read(port, node);
            case Raw.Text(String text) -> parse(port, text);
            case Raw.Upload ignored -> throw wrong(port);
        };
    }

    @Override
    public JsonNode encode(Port port, Segments value) {
        ObjectNode all = Json.object();
        ArrayNode parts = all.putArray("segments");
        for (Segment part : value.segments()) {
            ObjectNode one =
                    parts.addObject()
                            .put("label", part.label())
                            .put("start", part.start())
                            .put("end", part.end());
            Score.put(one, part.confidence());
        }
        if (!value.scores().isEmpty()) {
            ObjectNode scores = all.putObject(SCORES).put("step", value.step());
            ArrayNode values = scores.putArray("values");
            value.scores().forEach(values::add);
        }
        return all;
    }

    @Override
    public List<Problem> check(Port port, Segments value) {
        for (int i = 0; i < value.segments().size(); i++) {
            Segment part = value.segments().get(i);
            if (!Score.isFine(part.confidence())) {
                return problem(
                        port,
                        i,
                        Score.WORD,
                        "a score of %s; give a number from 0 to 1",
                        part.confidence().getAsDouble());
            }
            if (!(part.start() >= 0 && Double.isFinite(part.start()))) {
                return problem(
                        port,
                        i,
                        "start",
                        "a start of %s; give seconds from the beginning",
                        part.start());
            }
            if (!(part.end() >= part.start() && Double.isFinite(part.end()))) {
                return problem(
                        port,
                        i,
                        "end",
                        "an end of %s, before its start; give seconds from the beginning",
                        part.end());
            }
        }
        return List.of();
    }

    private static List<Problem> problem(
            Port port, int index, String word, String wrong, double number) {
        return List.of(
                new Problem(
                        "segments_value",
                        port.name(),
                        List.of("segments", index, word),
                        "'%s' has a part %d with %s."
                                .formatted(port.label(), index + 1, wrong.formatted(number)),
                        null,
                        Map.of()));
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode part =
                schema.putObject("properties")
                        .putObject("segments")
                        .put("type", "array")
                        .put("description", "In seconds from the beginning of the sound.")
                        .putObject("items")
                        .put("type", "object");
        ObjectNode words = part.putObject("properties");
        words.putObject("label").put("type", "string");
        words.putObject("start").put("type", "number").put("minimum", 0);
        words.putObject("end").put("type", "number").put("minimum", 0);
        words.putObject("score").put("type", "number").put("minimum", 0).put("maximum", 1);
        part.putArray("required").add("start").add("end");
        ObjectNode scores = schema.withObject("properties").putObject(SCORES).put("type", "object");
        scores.put("description", "How sure the model was at each step of so many seconds.");
        ObjectNode curve = scores.putObject("properties");
        curve.putObject("step").put("type", "number").put("exclusiveMinimum", 0);
        curve.putObject("values").put("type", "array").putObject("items").put("type", "number");
        scores.putArray("required").add("step").add("values");
        schema.putArray("required").add("segments");
        return schema;
    }

    @Override
    public Segments example(Port port) {
        return new Segments(List.of(Segment.of("speech", 0.5, 1.5)));
    }

    @Override
    public String text(Port port, Segments value) {
        List<Segment> all = value.segments();
        if (all.isEmpty()) {
            return "nothing found";
        }
        String more = all.size() > FEW ? "; and %d more".formatted(all.size() - FEW) : "";
        return all.stream()
                .limit(FEW)
                .map(s -> (s.label() + " " + place(s)).strip())
                .collect(Collectors.joining("; ", "", more));
    }

    /// Where a part is, such as `1.06 s to 4.10 s`.
    public static String place(Segment part) {
        return Clock.of(part.start()) + " to " + Clock.of(part.end());
    }

    /// As a table of a row for each part.
    @Override
    public Optional<Media> file(Port port, Segments value) {
        Table table =
                new Table(
                        List.of("label", "start", "end", Score.WORD),
                        value.segments().stream()
                                .map(s ->
                                        Arrays.<@Nullable Object>asList(
                                                s.label(),
                                                s.start(),
                                                s.end(),
                                                Score.cell(s.confidence())))
                                .toList());
        return Optional.of(new Media(TableCsv.write(table), TableKind.CSV, "csv"));
    }

    /// Times may lie 0.05 s from the expected ones; the tolerance of the example is for scores.
    @Override
    public Optional<String> differs(
            Port port, JsonNode expected, Segments value, double tolerance) {
        JsonNode parts = expected.path("segments");
        if (parts.size() != value.segments().size()) {
            return Optional.of(
                    "has %d parts, expected %d".formatted(value.segments().size(), parts.size()));
        }
        JsonNode given = encode(port, value).path("segments");
        for (int i = 0; i < parts.size(); i++) {
            for (var word : parts.get(i).properties()) {
                boolean isTime = !word.getKey().equals(Score.WORD);
                Optional<String> difference =
                        Comparison.differs(
                                word.getKey(),
                                word.getValue(),
                                given.get(i).path(word.getKey()),
                                isTime ? Math.max(NEAR, tolerance) : tolerance);
                if (difference.isPresent()) {
                    return difference.map("part %d: ".formatted(i + 1)::concat);
                }
            }
        }
        return Comparison.differs(
                SCORES, expected.path(SCORES).path("values"), scores(value, expected), tolerance);
    }

    /// The scores along a sound as an example expects them; nothing where it expects none.
    private JsonNode scores(Segments value, JsonNode expected) {
        ArrayNode all = Json.MAPPER.createArrayNode();
        value.scores().forEach(all::add);
        return expected.has(SCORES) ? all : expected.path(SCORES).path("values");
    }

    @Override
    public long weight(Segments value) {
        return 64L * value.segments().size() + 24L * value.scores().size();
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        all.putObject(LABELS)
                .put("type", "array")
                .put("description", "What is heard in a part, in the network's order.")
                .putObject("items")
                .put("type", "string");
        all.putObject("over")
                .put("type", "string")
                .put(
                        "description",
                        "The input whose sound the parts lie on; the only one where nothing is"
                                + " said.");
        return all;
    }

    /// The input whose sound the parts lie on; empty where the port names none.
    public static Optional<String> over(Port port) {
        return port.option("over", String.class);
    }

    /// What is heard in a part, in the network's order; empty where the port does not say.
    public static List<String> labels(Port port) {
        List<?> names = port.option(LABELS, List.class).orElse(List.of());
        return names.stream().map(String::valueOf).toList();
    }

    private static Segments parse(Port port, String text) {
        try {
            return read(port, Json.MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw wrong(port);
        }
    }

    private static Segments read(Port port, JsonNode node) {
        if (!node.path("segments").isArray()) {
            throw wrong(port);
        }
        List<Segment> parts = new ArrayList<>();
        for (JsonNode one : node.get("segments")) {
            JsonNode label = one.path("label");
            if (!one.path("start").isNumber()
                    || !one.path("end").isNumber()
                    || !label.isMissingNode() && !label.isString()
                    || Score.isOdd(one)) {
                throw wrong(port);
            }
            parts.add(
                    new Segment(
                            label.asString(""),
                            one.path("start").doubleValue(),
                            one.path("end").doubleValue(),
                            Score.of(one)));
        }
        return scored(port, parts, node.path(SCORES));
    }

    private static Segments scored(Port port, List<Segment> parts, JsonNode node) {
        if (node.isMissingNode()) {
            return new Segments(parts);
        }
        double step = node.path("step").asDouble(0);
        List<Double> scores = new ArrayList<>();
        for (JsonNode one : node.path("values")) {
            if (!one.isNumber()) {
                throw wrong(port);
            }
            scores.add(one.doubleValue());
        }
        if (!(step > 0) || scores.isEmpty()) {
            throw wrong(port);
        }
        return new Segments(parts, step, scores);
    }

    private static ProblemException wrong(Port port) {
        return ProblemException.input(
                Problem.at(
                        port.name(),
                        "segments_type",
                        "'%s' is no parts of a sound; give {\"segments\": [{\"label\": \"speech\", \"start\": 0.5, \"end\": 1.5}]}."
                                .formatted(port.label())));
    }
}
