package dev.vitrine.kind.tags;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.choice.Choices;
import dev.vitrine.kind.text.TextKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Several of the port's `choices`, or texts of one's own where it has none or is `custom`: JSON's
/// `["cat", "dog"]`; typed as `cat, dog` or one on each line.
public final class TagsKind implements Kind<Tags> {
    private static final String LEAST = "minItems";
    private static final String MOST = "maxItems";
    private static final String UNIQUE = "uniqueItems";

    @Override
    public String id() {
        return "tags";
    }

    @Override
    public Class<Tags> type() {
        return Tags.class;
    }

    @Override
    public Tags decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node) ->
                    array(node).orElseThrow(() -> wrong(port, Json.plain(node)));
            case Raw.Text(String text) -> typed(port, text);
            case Raw.Upload upload -> typed(port, TextKind.utf8(port, upload.bytes()));
        };
    }

    @Override
    public JsonNode encode(Port port, Tags value) {
        ArrayNode all = Json.array();
        value.all().forEach(all::add);
        return all;
    }

    @Override
    public List<Problem> declare(Port port) {
        Choices choices = Choices.of(port);
        int count = choices.values().size();
        Optional<Object> odd =
                choices.values().stream().filter(v -> !(v instanceof String)).findFirst();
        if (odd.isPresent()) {
            return misdeclared(
                    port, "list %s, which is no text; put it in quotation marks", odd.get());
        }
        if (Offered.of(port).all().size() < count) {
            return misdeclared(port, "list a choice twice; take one out");
        }
        if (!choices.names().isEmpty() && choices.names().size() != count) {
            return misdeclared(
                    port,
                    "have %d names for %d choices; give one for each",
                    choices.names().size(),
                    count);
        }
        long most = most(port);
        if (least(port) > most) {
            return misdeclared(port, "have a minItems above their maxItems; lower it");
        }
        return !Offered.of(port).isOpen() && isUnique(port) && least(port) > count
                ? misdeclared(port, "have fewer choices than minItems; lower it")
                : List.of();
    }

    @Override
    public List<Problem> check(Port port, Tags value) {
        return counted(port, value)
                .or(() -> unknown(port, value))
                .or(() -> isUnique(port) ? twice(port, value) : Optional.empty())
                .stream()
                .toList();
    }

    @Override
    public ObjectNode schema(Port port) {
        Offered offered = Offered.of(port);
        ObjectNode schema = Json.object().put("type", "array");
        ObjectNode items = schema.putObject("items").put("type", "string");
        if (offered.isOpen()) {
            items.put("minLength", 1);
        } else {
            items.set("enum", Json.of(offered.all()));
        }
        if (least(port) > 0) {
            schema.put(LEAST, least(port));
        }
        if (most(port) < Long.MAX_VALUE) {
            schema.put(MOST, most(port));
        }
        return isUnique(port) ? schema.put(UNIQUE, true) : schema;
    }

    @Override
    public Tags example(Port port) {
        List<String> offered = Offered.of(port).all();
        long count = Math.min(most(port), Math.max(least(port), 2));
        Tags tags = Tags.NONE;
        for (int i = 0; i < count; i++) {
            if (i < offered.size()) {
                tags = tags.with(List.of(offered.get(i)));
            } else if (Offered.of(port).isOpen()) {
                tags = tags.with(List.of("tag " + (i + 1)));
            } else if (i < least(port)) {
                tags = tags.with(List.of(offered.getFirst()));
            }
        }
        return tags;
    }

    @Override
    public String text(Port port, Tags value) {
        Offered offered = Offered.of(port);
        return value.all().isEmpty()
                ? "none"
                : TagList.write(value.all().stream().map(offered::name).toList());
    }

    @Override
    public long weight(Tags value) {
        return 64 + value.all().stream().mapToLong(tag -> 48 + 2L * tag.length()).sum();
    }

    @Override
    public List<String> limits() {
        return List.of("choices");
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        all.putObject("custom")
                .put("type", "boolean")
                .put("description", "Whether tags that are none of the choices are taken too.");
        ObjectNode names = all.putObject("names");
        names.put("type", "array")
                .put("description", "What a person reads in place of each choice, in their order.");
        names.putObject("items").put("type", "string");
        count(all, LEAST, "The least number of tags.");
        count(all, MOST, "The greatest number of tags.");
        all.putObject(UNIQUE)
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether each tag stands there once at most; true where nothing is said.");
        return all;
    }

    /// The least number of tags.
    public static long least(Port port) {
        return port.option(LEAST, Number.class).map(Number::longValue).orElse(0L);
    }

    /// Whether each tag stands there once at most.
    public static boolean isUnique(Port port) {
        return port.option(UNIQUE, Boolean.class).orElse(true);
    }

    private static long most(Port port) {
        return port.option(MOST, Number.class).map(Number::longValue).orElse(Long.MAX_VALUE);
    }

    private static void count(ObjectNode all, String word, String description) {
        all.putObject(word)
                .put("type", "integer")
                .put("minimum", 0)
                .put("description", description);
    }

    private static Tags typed(Port port, String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("[")) {
            try {
                JsonNode node = Json.MAPPER.readTree(trimmed);
                return array(node).orElseThrow(() -> wrong(port, Json.plain(node)));
            } catch (JacksonException e) {
                throw wrong(port, text);
            }
        }
        Offered offered = Offered.of(port);
        return new Tags(TagList.read(text).stream().map(offered::meant).toList());
    }

    private static Optional<Tags> array(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isString)
                ? Optional.of(new Tags(node.valueStream().map(JsonNode::stringValue).toList()))
                : Optional.empty();
    }

    private static Optional<Problem> counted(Port port, Tags value) {
        int count = value.all().size();
        String has =
                count == 0
                        ? "is empty"
                        : String.format(Locale.ROOT, "has %,d tag%s", count, count > 1 ? "s" : "");
        if (count < least(port)) {
            return Optional.of(
                    refusal(port, value, "too_short", "%s; give at least %,d", has, least(port))
                            .withContext(Map.of("min_length", least(port))));
        }
        return count > most(port)
                ? Optional.of(
                        refusal(port, value, "too_long", "%s; give at most %,d", has, most(port))
                                .withContext(Map.of("max_length", most(port))))
                : Optional.empty();
    }

    private static Optional<Problem> unknown(Port port, Tags value) {
        Offered offered = Offered.of(port);
        if (!offered.isOpen()) {
            return value.all().stream()
                    .filter(tag -> !offered.has(tag))
                    .findFirst()
                    .map(tag -> Choices.of(port).refusal(port, "has", tag));
        }
        return value.all().stream()
                .filter(String::isEmpty)
                .findFirst()
                .map(tag ->
                        refusal(
                                port,
                                value,
                                "string_too_short",
                                "has an empty tag; write something or take it out"));
    }

    private static Optional<Problem> twice(Port port, Tags value) {
        Set<String> seen = new HashSet<>();
        return value.all().stream()
                .filter(tag -> !seen.add(tag))
                .findFirst()
                .map(tag ->
                        refusal(
                                port,
                                value,
                                "value_error",
                                "has '%s' twice; take one out",
                                Offered.of(port).name(tag)));
    }

    private static Problem refusal(
            Port port, Tags value, String type, String sentence, Object... words) {
        return Problem.at(
                        port.name(),
                        type,
                        "'%s' %s."
                                .formatted(
                                        port.label(), String.format(Locale.ROOT, sentence, words)))
                .withInput(value.all());
    }

    private static ProblemException wrong(Port port, @Nullable Object given) {
        return ProblemException.input(
                Problem.at(
                                port.name(),
                                "list_type",
                                "'%s' is no list of texts; give one such as [\"a\", \"b\"]."
                                        .formatted(port.label()))
                        .withInput(given));
    }

    private static List<Problem> misdeclared(Port port, String what, Object... words) {
        return List.of(
                Problem.at(
                        port.name(),
                        "limits",
                        "The tags '%s' %s.".formatted(port.name(), what.formatted(words))));
    }
}
