package dev.vitrine.model.format;

import dev.vitrine.model.format.Located.Entry;
import dev.vitrine.model.format.Located.Group;
import dev.vitrine.model.format.Located.Leaf;
import dev.vitrine.model.format.Located.Row;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads YAML 1.2 (core schema) and JSON, which is a part of it, into a [Located] tree.
///
/// A file is data from strangers: no tag makes an object, an alias is refused (a few lines of them
/// can stand for more than memory holds), and depth and size are bounded. The tree is built without
/// recursion.
final class YamlTree {
    private static final int DEEPEST = 40;
    private static final int MOST_VALUES = 200_000;

    private static final CoreSchema SCHEMA = new CoreSchema();

    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Located root;
    private int values;

    private YamlTree() {}

    /// What is wrong with a file as a file; it ends the reading.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        Unreadable(int line, String message) {
            super(message);
            this.finding = new Finding(line, message);
        }

        Finding finding() {
            return finding;
        }
    }

    /// A list or group whose end has not come yet.
    private static final class Open {
        final int line;
        final @Nullable Map<String, Entry> entries;
        final List<Located> items = new ArrayList<>();
        @Nullable String word;
        int wordLine;

        Open(int line, boolean group) {
            this.line = line;
            this.entries = group ? new LinkedHashMap<>() : null;
        }

        Located close() {
            return entries == null ? new Row(line, items) : new Group(line, entries);
        }
    }

    /// Reads text.
    ///
    /// @throws Unreadable where it is no YAML, or YAML that goes beyond data
    static Located read(String text) {
        YamlTree tree = new YamlTree();
        LoadSettings settings =
                LoadSettings.builder()
                        .setSchema(SCHEMA)
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build();
        try {
            Parser events = new ParserImpl(settings, new StreamReader(settings, text));
            while (events.hasNext()) {
                tree.take(events.next());
            }
        } catch (MarkedYamlEngineException e) {
            throw new Unreadable(line(e.getProblemMark().or(e::getContextMark)), syntax(e));
        } catch (YamlEngineException e) {
            throw new Unreadable(
                    1, "It holds a character that YAML does not allow; save it as plain text.");
        }
        Located root = tree.root;
        if (root == null) {
            throw new Unreadable(1, "It is empty; write vitrine: 1, inputs and outputs.");
        }
        return root;
    }

    private void take(Event event) {
        int line = line(event.getStartMark());
        switch (event) {
            case AliasEvent alias ->
                    throw new Unreadable(
                            line,
                            "'*%s' points at another part; write that part out here."
                                    .formatted(Shown.cut(alias.getAlias().getValue())));
            case ScalarEvent scalar -> {
                untagged(line, scalar.getTag());
                scalar(line, scalar);
            }
            case CollectionStartEvent start -> {
                untagged(line, start.getTag());
                start(line, start instanceof MappingStartEvent);
            }
            case CollectionEndEvent ignored -> add(line, open.pop().close());
            case DocumentStartEvent ignored when root != null ->
                    throw new Unreadable(
                            line, "A second document begins; leave one, without a line of '---'.");
            default -> {}
        }
    }

    private void start(int line, boolean group) {
        Open parent = open.peek();
        if (parent != null && parent.entries != null && parent.word == null) {
            throw new Unreadable(
                    line, "A list or group stands where a word belongs; write a word.");
        }
        checkDepth(line, open.size());
        count(line);
        open.push(new Open(parent != null && parent.word != null ? parent.wordLine : line, group));
    }

    private void scalar(int line, ScalarEvent scalar) {
        Open parent = open.peek();
        if (parent == null || parent.entries == null || parent.word != null) {
            count(line);
            add(line, new Leaf(line, value(line, scalar)));
        } else if (parent.entries.containsKey(scalar.getValue())) {
            throw new Unreadable(
                    line,
                    "'%s' stands here a second time, after line %s; leave one."
                            .formatted(
                                    Shown.cut(scalar.getValue()),
                                    parent.entries.get(scalar.getValue()).line()));
        } else {
            parent.word = scalar.getValue();
            parent.wordLine = line;
        }
    }

    private void add(int line, Located node) {
        Open parent = open.peek();
        if (parent == null) {
            root = node;
        } else if (parent.entries == null) {
            parent.items.add(node);
        } else if (parent.word != null) {
            parent.entries.put(parent.word, new Entry(parent.wordLine, node));
            parent.word = null;
        } else {
            throw new IllegalStateException("A value without a word at line " + line);
        }
    }

    private void count(int line) {
        values++;
        if (values > MOST_VALUES) {
            throw new Unreadable(
                    line,
                    "It holds more than %s values; put long lists such as labels into files."
                            .formatted(MOST_VALUES));
        }
    }

    private static @Nullable Object value(int line, ScalarEvent scalar) {
        String text = scalar.getValue();
        if (!scalar.isPlain()) {
            return text;
        }
        Tag tag = SCHEMA.getScalarResolver().resolve(text, true);
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.parseBoolean(text);
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? number(line, text, tag) : text;
    }

    /// A number in the form that [dev.vitrine.kind.Json] gives it: a `Long` where it is whole and
    /// fits, else a `Double`.
    private static Object number(int line, String text, Tag tag) {
        try {
            if (tag.equals(Tag.INT)) {
                return text.startsWith("0x")
                        ? Long.parseLong(text.substring(2), 16)
                        : text.startsWith("0o")
                                ? Long.parseLong(text.substring(2), 8)
                                : Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            if (text.startsWith("0x") || text.startsWith("0o")) {
                throw notFinite(line, text);
            }
        }
        return finite(line, text);
    }

    /// The number that these digits write.
    ///
    /// @throws Unreadable where it is none, or infinite
    static double finite(int line, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // such as YAML's .inf
            throw notFinite(line, text);
        }
        throw notFinite(line, text);
    }

    /// @param depth in how many others something stands
    /// @throws Unreadable where nothing may
    static void checkDepth(int line, int depth) {
        if (depth >= DEEPEST) {
            throw new Unreadable(
                    line, "It is nested deeper than %s levels; make it flat.".formatted(DEEPEST));
        }
    }

    private static Unreadable notFinite(int line, String text) {
        return new Unreadable(
                line, "%s is no finite number; write one.".formatted(Shown.cut(text)));
    }

    private static void untagged(int line, Optional<String> tag) {
        if (tag.isPresent()) {
            throw new Unreadable(
                    line,
                    "'%s' is a YAML tag, and a signature is plain data; take it out."
                            .formatted(Shown.cut(tag.get())));
        }
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(1);
    }

    private static String syntax(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("(TAB)")) {
            return "A tab indents it; indent with spaces.";
        }
        return "It is no YAML: %s; mind the indentation, and put text with : # [ { @ or quotes into"
                .formatted(Shown.cut(problem))
                .concat(" quotes.");
    }
}
