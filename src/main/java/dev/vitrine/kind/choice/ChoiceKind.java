package dev.vitrine.kind.choice;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// One of the values that the port lists under `choices`: any JSON scalar, as `String`, `Boolean`,
/// `Long` or `Double`.
public final class ChoiceKind implements Kind<Object> {
    /// The words of the option `display`.
    private static final List<String> DISPLAYS = List.of("menu", "radio", "segmented");

    @Override
    public String id() {
        return "choice";
    }

    @Override
    public Class<Object> type() {
        return Object.class;
    }

    /// The very choice that is meant; without choices, what was given.
    @Override
    public Object decode(Port port, Raw raw) {
        Choices choices = Choices.of(port);
        return switch (raw) {
            case Raw.Json(JsonNode node) -> {
                Object value = Json.plain(node);
                if (value == null || node.isContainer()) {
                    throw wrong(port, node);
                }
                yield known(port, choices, choices.find(value), value);
            }
            case Raw.Text(String text) -> known(port, choices, choices.parse(text), text);
            case Raw.Upload upload -> {
                String text = new String(upload.bytes(), StandardCharsets.UTF_8).strip();
                yield known(port, choices, choices.parse(text), text);
            }
        };
    }

    /// What is no JSON scalar, as a function may give it, goes out as text.
    @Override
    public JsonNode encode(Port port, Object value) {
        boolean scalar =
                value instanceof String || value instanceof Boolean || value instanceof Number;
        return Json.of(scalar ? value : String.valueOf(value));
    }

    @Override
    public List<Problem> declare(Port port) {
        Choices choices = Choices.of(port);
        int count = choices.values().size();
        if (count == 0) {
            return wrong(port, "needs its choices; list them under choices.");
        }
        Optional<Object> twice = choices.twice();
        if (twice.isPresent()) {
            return wrong(
                    port,
                    "lists '%s' twice; take one out.".formatted(Choices.written(twice.get())));
        }
        int names = choices.names().size();
        return names != 0 && names != count
                ? wrong(
                        port,
                        "has %d names for %d choices; give one for each.".formatted(names, count))
                : List.of();
    }

    @Override
    public List<Problem> check(Port port, Object value) {
        Choices choices = Choices.of(port);
        return choices.values().isEmpty() || choices.find(value).isPresent()
                ? List.of()
                : List.of(choices.refusal(port, value));
    }

    @Override
    public ObjectNode schema(Port port) {
        List<Object> values = port.limits().choices();
        ObjectNode schema = Json.object();
        if (values.isEmpty()) {
            ArrayNode types = schema.putArray("type");
            List.of("string", "number", "boolean").forEach(types::add);
            return schema;
        }
        List<String> types = values.stream().map(ChoiceKind::type).distinct().toList();
        if (types.size() == 1) {
            schema.put("type", types.getFirst());
        }
        return schema.set("enum", Json.of(values));
    }

    @Override
    public Object example(Port port) {
        List<Object> values = port.limits().choices();
        return values.isEmpty() ? "a" : values.getFirst();
    }

    @Override
    public String text(Port port, Object value) {
        return Choices.of(port).name(value);
    }

    @Override
    public List<String> limits() {
        return List.of("choices");
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        ObjectNode display = all.putObject("display");
        display.put(
                "description",
                "A menu, radio buttons or a row of segments; what the choices have room for where"
                        + " nothing is said.");
        DISPLAYS.forEach(display.putArray("enum")::add);
        ObjectNode names = all.putObject("names");
        names.put("type", "array")
                .put("description", "What a person reads in place of each choice, in their order.");
        names.putObject("items").put("type", "string");
        return all;
    }

    private static Object known(Port port, Choices choices, Optional<Object> choice, Object given) {
        if (choices.values().isEmpty()) {
            return given;
        }
        return choice.orElseThrow(() -> ProblemException.input(choices.refusal(port, given)));
    }

    private static String type(Object value) {
        return value instanceof String ? "string" : value instanceof Boolean ? "boolean" : "number";
    }

    private static ProblemException wrong(Port port, JsonNode given) {
        return ProblemException.input(
                Problem.at(
                                port.name(),
                                "literal_error",
                                "'%s' is a single value; give one of its choices."
                                        .formatted(port.label()))
                        .withInput(Json.plain(given)));
    }

    private static List<Problem> wrong(Port port, String what) {
        return List.of(
                Problem.at(
                        port.name(), "limits", "The choice '%s' %s".formatted(port.name(), what)));
    }
}
