package dev.vitrine.kind.spans;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.Score;
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

/// Highlighted text: `{"text": "Ada met Bob.", "spans": [{"label": "person", "start": 0, "end": 3,
/// "score": 0.98}, …]}`, places counted in Unicode code points, as Python and Hugging Face's
/// tokenizers count them.
///
/// A span that is given by hand needs no label; it has no score where none is given.
public final class SpansKind implements Kind<Spans> {
    /// How many parts a line of a terminal lists.
    private static final int FEW = 10;

    private static final int BRIEF = 60;
    private static final String SPANS = "spans";
    private static final String START = "start";
    private static final String END = "end";
    private static final String LABEL = "label";
    private static final String LABELS = "labels";

    @Override
    public String id() {
        return SPANS;
    }

    @Override
    public Class<Spans> type() {
        return Spans.class;
    }

    @Override
    public Spans decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node) -> read(port, node);
            case Raw.Text(String text) -> parse(port, text);
            case Raw.Upload ignored -> throw wrong(port);
        };
    }

    @Override
    public JsonNode encode(Port port, Spans value) {
        ObjectNode all = Json.object().put("text", value.text());
        ArrayNode parts = all.putArray(SPANS);
        for (Span span : value.spans()) {
            ObjectNode one =
                    parts.addObject()
                            .put(LABEL, span.label())
                            .put(START, span.start())
                            .put(END, span.end());
            Score.put(one, span.confidence());
        }
        return all;
    }

    @Override
    public List<Problem> check(Port port, Spans value) {
        int length = value.text().codePointCount(0, value.text().length());
        int before = 0;
        for (int i = 0; i < value.spans().size(); i++) {
            Span span = value.spans().get(i);
            if (!Score.isFine(span.confidence())) {
                return problem(
                        port,
                        i,
                        Score.WORD,
                        "a score of %s; give a number from 0 to 1"
                                .formatted(Score.plain(span.confidence())));
            }
            if (span.start() < before) {
                return problem(
                        port,
                        i,
                        START,
                        "a start of %d; give one that is not negative, behind the span before"
                                .formatted(span.start()));
            }
            if (span.end() < span.start() || span.end() > length) {
                return problem(
                        port,
                        i,
                        END,
                        "an end of %d; give one behind its start, at most the text's %d characters"
                                .formatted(span.end(), length));
            }
            before = span.end();
        }
        return List.of();
    }

    private static List<Problem> problem(Port port, int index, String word, String wrong) {
        return List.of(
                new Problem(
                        "spans_value",
                        port.name(),
                        List.of(SPANS, index, word),
                        "'%s' has a span %d with %s.".formatted(port.label(), index + 1, wrong),
                        null,
                        Map.of()));
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("text").put("type", "string");
        ObjectNode span =
                properties
                        .putObject(SPANS)
                        .put("type", "array")
                        .put(
                                "description",
                                "In order, without overlaps; start and end in Unicode code points.")
                        .putObject("items")
                        .put("type", "object");
        ObjectNode words = span.putObject("properties");
        words.putObject(LABEL).put("type", "string");
        words.putObject(START).put("type", "integer").put("minimum", 0);
        words.putObject(END).put("type", "integer").put("minimum", 0);
        words.putObject(Score.WORD).put("type", "number").put("minimum", 0).put("maximum", 1);
        span.putArray("required").add(START).add(END);
        schema.putArray("required").add("text").add(SPANS);
        return schema;
    }

    @Override
    public Spans example(Port port) {
        return new Spans("Ada met Bob.", List.of(Span.of("person", 0, 3)));
    }

    @Override
    public String text(Port port, Spans value) {
        List<Span> all = value.spans();
        if (all.isEmpty()) {
            return "nothing found";
        }
        String more = all.size() > FEW ? "; and %d more".formatted(all.size() - FEW) : "";
        return all.stream()
                .limit(FEW)
                .map(s ->
                        "%s (%s)"
                                .formatted(
                                        brief(value.words(s)),
                                        (s.label() + " " + Score.words(s.confidence())).strip()))
                .collect(Collectors.joining("; ", "", more));
    }

    private static String brief(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= BRIEF ? line : line.substring(0, BRIEF - 1) + "…";
    }

    /// As a table of a row for each span.
    @Override
    public Optional<Media> file(Port port, Spans value) {
        return Optional.of(new Media(TableCsv.write(table(value)), TableKind.CSV, "csv"));
    }

    /// A row for each span: its words, what it is, where it is and how sure the model is.
    public static Table table(Spans value) {
        return new Table(
                List.of("text", LABEL, START, END, Score.WORD),
                value.spans().stream()
                        .map(s ->
                                Arrays.<@Nullable Object>asList(
                                        value.words(s),
                                        s.label(),
                                        (long) s.start(),
                                        (long) s.end(),
                                        Score.cell(s.confidence())))
                        .toList());
    }

    @Override
    public long weight(Spans value) {
        return 2L * value.text().length() + 64L * value.spans().size();
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        all.putObject(LABELS)
                .put("type", "array")
                .put("description", "What a part may be, in the network's order.")
                .putObject("items")
                .put("type", "string");
        return all;
    }

    /// What a part may be, in the network's order; empty where the port does not say.
    public static List<String> labels(Port port) {
        List<?> names = port.option(LABELS, List.class).orElse(List.of());
        return names.stream().map(String::valueOf).toList();
    }

    private static Spans parse(Port port, String text) {
        try {
            return read(port, Json.MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw wrong(port);
        }
    }

    private static Spans read(Port port, JsonNode node) {
        if (!node.path("text").isString() || !node.path(SPANS).isArray()) {
            throw wrong(port);
        }
        List<Span> spans = new ArrayList<>();
        for (JsonNode one : node.get(SPANS)) {
            JsonNode label = one.path(LABEL);
            if (!one.path(START).canConvertToInt()
                    || !one.path(END).canConvertToInt()
                    || !label.isMissingNode() && !label.isString()
                    || Score.isOdd(one)) {
                throw wrong(port);
            }
            spans.add(
                    new Span(
                            label.asString(""),
                            one.path(START).intValue(),
                            one.path(END).intValue(),
                            Score.of(one)));
        }
        return new Spans(node.path("text").stringValue(), spans);
    }

    private static ProblemException wrong(Port port) {
        return ProblemException.input(
                Problem.at(
                        port.name(),
                        "spans_type",
                        "'%s' is no highlighted text; give {\"text\": \"Ada met Bob.\", \"spans\": [{\"label\": \"person\", \"start\": 0, \"end\": 3}]}."
                                .formatted(port.label())));
    }
}
