package dev.vitrine.kind.label;

import dev.vitrine.kind.Comparison;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.label.Label.Confidence;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Classes with confidences: `{"label": "3", "confidences": [{"label": "3", "confidence": 0.99},
/// …]}`.
public final class LabelKind implements Kind<Label> {
    /// How many classes are shown where the port does not say.
    private static final long TOP = 5;

    /// What JSON has no numbers for.
    private static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");

    /// How many classes a sentence lists.
    private static final int FEW = 10;

    @Override
    public String id() {
        return "label";
    }

    @Override
    public Class<Label> type() {
        return Label.class;
    }

    @Override
    public Label decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node) -> read(port, node);
            case Raw.Text(String text) -> parse(port, text);
            case Raw.Upload ignored -> throw wrong(port);
        };
    }

    @Override
    public JsonNode encode(Port port, Label value) {
        ObjectNode all = Json.object().put("label", value.label());
        ArrayNode confidences = all.putArray("confidences");
        value.confidences()
                .forEach(c ->
                        confidences
                                .addObject()
                                .put("label", c.label())
                                .put("confidence", c.confidence()));
        return all;
    }

    @Override
    public List<Problem> check(Port port, Label value) {
        List<String> known = labels(port);
        if (known.isEmpty()) {
            return List.of();
        }
        return value.confidences().stream()
                .map(Confidence::label)
                .filter(label -> !known.contains(label))
                .limit(1)
                .map(label ->
                        Problem.at(
                                        port.name(),
                                        "literal_error",
                                        "'%s' names the class '%s', which is none of its own; use %s."
                                                .formatted(port.label(), label, few(known)))
                                .withInput(label))
                .toList();
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("label").put("type", "string");
        ObjectNode confidences = properties.putObject("confidences");
        confidences
                .put("type", "array")
                .put("minItems", 1)
                .put("description", "Highest confidence first.");
        ObjectNode item = confidences.putObject("items").put("type", "object");
        item.putObject("properties").putObject("label").put("type", "string");
        ArrayNode numbers = item.withObject("properties").putObject("confidence").putArray("anyOf");
        numbers.addObject().put("type", "number");
        NOT_FINITE.forEach(numbers.addObject().putArray("enum")::add);
        item.putArray("required").add("label").add("confidence");
        schema.putArray("required").add("label").add("confidences");
        return schema;
    }

    @Override
    public Label example(Port port) {
        List<String> names = labels(port);
        return names.isEmpty()
                ? new Label(List.of(new Confidence("yes", 0.75), new Confidence("no", 0.25)))
                : new Label(List.of(new Confidence(names.getFirst(), 1)));
    }

    @Override
    public Optional<Media> file(Port port, Label value) {
        Table table =
                new Table(
                        List.of("label", "confidence"),
                        value.confidences().stream()
                                .map(c -> List.<@Nullable Object>of(c.label(), c.confidence()))
                                .toList());
        return Optional.of(new Media(TableCsv.write(table), TableKind.CSV, "csv"));
    }

    @Override
    public String text(Port port, Label value) {
        return value.confidences().stream()
                .limit(top(port))
                .map(c -> "%s %s".formatted(c.label(), value.words(c)))
                .collect(Collectors.joining(", "));
    }

    @Override
    public long weight(Label value) {
        return 64L * value.confidences().size();
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        all.putObject("top")
                .put("type", "integer")
                .put("minimum", 1)
                .put("description", "How many classes are shown; 5 where nothing is said.");
        ObjectNode labels = all.putObject("labels");
        labels.put(
                "description",
                "The class names in the network's order, or the name of a file with one on each"
                        + " line.");
        ArrayNode forms = labels.putArray("anyOf");
        forms.addObject().put("type", "string").put("format", "path");
        forms.addObject().put("type", "array").putObject("items").put("type", "string");
        return all;
    }

    /// Compares the surest class, and the confidence of each expected class wherever it stands:
    /// nearly equal classes may change places between machines.
    @Override
    public Optional<String> differs(Port port, JsonNode expected, Label value, double tolerance) {
        String surest = expected.path("label").asString(value.label());
        if (!surest.equals(value.label())) {
            return Optional.of("label is %s, expected %s".formatted(value.label(), surest));
        }
        for (JsonNode c : expected.path("confidences")) {
            String name = c.path("label").asString("");
            Optional<JsonNode> given =
                    value.confidences().stream()
                            .filter(g -> g.label().equals(name))
                            .findFirst()
                            .map(g -> Json.of(g.confidence()));
            Optional<String> difference =
                    given.isEmpty()
                            ? Optional.of("%s is missing".formatted(name))
                            : Comparison.differs(
                                    name, c.path("confidence"), given.get(), tolerance);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /// How many classes a port shows.
    public static int top(Port port) {
        return port.option("top", Number.class).map(Number::intValue).orElse((int) TOP);
    }

    /// The class names of a port, in the network's order; empty where it names none.
    public static List<String> labels(Port port) {
        List<?> names = port.option("labels", List.class).orElse(List.of());
        return names.stream().map(String::valueOf).toList();
    }

    /// Names as a sentence lists them: all, or the first of many.
    public static String few(List<String> names) {
        return names.size() <= FEW
                ? String.join(", ", names)
                : "one such as " + String.join(", ", names.subList(0, FEW));
    }

    private static Label parse(Port port, String text) {
        try {
            return read(port, Json.MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw wrong(port);
        }
    }

    private static Label read(Port port, JsonNode node) {
        List<Confidence> all = new ArrayList<>();
        for (JsonNode c : node.path("confidences")) {
            if (!c.path("label").isString() || !number(c.path("confidence"))) {
                throw wrong(port);
            }
            all.add(
                    new Confidence(
                            c.path("label").stringValue(),
                            c.path("confidence").isNumber()
                                    ? c.path("confidence").doubleValue()
                                    : Double.parseDouble(c.path("confidence").stringValue())));
        }
        if (all.isEmpty()) {
            throw wrong(port);
        }
        return new Label(all);
    }

    private static boolean number(JsonNode node) {
        return node.isNumber() || node.isString() && NOT_FINITE.contains(node.stringValue());
    }

    private static ProblemException wrong(Port port) {
        return ProblemException.input(
                Problem.at(
                        port.name(),
                        "label_type",
                        "'%s' is no label; give {\"confidences\": [{\"label\": \"a\", \"confidence\": 1}]}."
                                .formatted(port.label())));
    }
}
