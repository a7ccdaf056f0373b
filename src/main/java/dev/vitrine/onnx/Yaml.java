package dev.vitrine.onnx;

import dev.vitrine.kind.Json;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayDeque;
import java.util.Deque;

/// Reads the YAML of other tools as JSON, leniently: of words that stand twice the last is taken,
/// and tags say nothing. What a signature needs, the line of each mistake, nobody needs here.
///
/// The tree is built without recursion; depth and size are bounded, and an alias ends the reading,
/// since a few lines of them can stand for more than memory holds.
final class Yaml {
    private static final int DEEPEST = 40;
    private static final int MOST_VALUES = 100_000;
    private static final CoreSchema SCHEMA = new CoreSchema();

    private final Deque<ContainerNode<?>> open = new ArrayDeque<>();
    private final Deque<String> words = new ArrayDeque<>();
    private @Nullable JsonNode root;

    /// The word whose value comes next.
    private @Nullable String word;

    private int values;

    private Yaml() {}

    /// It is no YAML, or more than is read.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /// Reads the first document of a text.
    static JsonNode read(String text) throws Unreadable {
        Yaml yaml = new Yaml();
        LoadSettings settings =
                LoadSettings.builder()
                        .setSchema(SCHEMA)
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build();
        try {
            var events = new ParserImpl(settings, new StreamReader(settings, text));
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof DocumentStartEvent && yaml.root != null) {
                    break;
                }
                yaml.take(event);
            }
        } catch (YamlEngineException e) {
            throw new Unreadable("no YAML");
        }
        JsonNode root = yaml.root;
        if (root == null) {
            throw new Unreadable("empty");
        }
        return root;
    }

    private void take(Event event) throws Unreadable {
        switch (event) {
            case AliasEvent _ -> throw new Unreadable("an alias");
            case CollectionStartEvent start -> start(start instanceof MappingStartEvent);
            case ScalarEvent scalar -> scalar(scalar);
            case CollectionEndEvent _ -> end();
            default -> {}
        }
    }

    private void start(boolean group) throws Unreadable {
        if (open.size() >= DEEPEST || open.peek() instanceof ObjectNode && word == null) {
            throw new Unreadable("too deep, or a group where a word belongs");
        }
        words.push(word == null ? "" : word);
        word = null;
        open.push(group ? Json.object() : Json.array());
    }

    private void end() throws Unreadable {
        ContainerNode<?> closed = open.pop();
        String before = words.pop();
        word = open.peek() instanceof ObjectNode ? before : null;
        add(closed);
    }

    private void scalar(ScalarEvent scalar) throws Unreadable {
        if (open.peek() instanceof ObjectNode && word == null) {
            word = scalar.getValue();
        } else {
            add(Json.of(value(scalar)));
        }
    }

    private void add(JsonNode node) throws Unreadable {
        if (++values > MOST_VALUES) {
            throw new Unreadable("too many values");
        }
        switch (open.peek()) {
            case ObjectNode group -> {
                group.set(word, node);
                word = null;
            }
            case ArrayNode list -> list.add(node);
            case null, default -> root = node;
        }
    }

    private static @Nullable Object value(ScalarEvent scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.isPlain() ? SCHEMA.getScalarResolver().resolve(text, true) : Tag.STR;
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.parseBoolean(text);
        }
        try {
            return tag.equals(Tag.INT)
                    ? (Object) Long.parseLong(text)
                    : tag.equals(Tag.FLOAT) ? (Object) Double.parseDouble(text) : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
