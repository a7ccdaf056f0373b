package dev.vitrine.kind.text;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Text, of any length and line breaks, counted in Unicode code points.
public class TextKind implements Kind<String> {
    /// The option of a port that nobody is to read.
    protected static final String SECRET = "secret";

    /// The option of a port with a pattern: how to match it, in the author's words.
    private static final String PATTERN_HELP = "patternHelp";

    @Override
    public String id() {
        return "text";
    }

    @Override
    public final Class<String> type() {
        return String.class;
    }

    @Override
    public final String decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Text(String text) -> text;
            case Raw.Json(JsonNode node) when node.isString() -> node.stringValue();
            case Raw.Json(JsonNode node) ->
                    throw ProblemException.input(
                            Problem.at(
                                            port.name(),
                                            "string_type",
                                            "'%s' is not text; give a string."
                                                    .formatted(port.label()))
                                    .withInput(told(port, Json.plain(node))));
            case Raw.Upload upload -> utf8(port, upload.bytes());
        };
    }

    @Override
    public final JsonNode encode(Port port, String value) {
        return StringNode.valueOf(value);
    }

    @Override
    public final List<Problem> check(Port port, String value) {
        List<Problem> problems = new ArrayList<>();
        Limits limits = port.limits();
        int length = value.codePointCount(0, value.length());
        limits.minLength()
                .ifPresent(least -> {
                    if (length < least) {
                        problems.add(
                                Problem.at(
                                                port.name(),
                                                "string_too_short",
                                                tooShort(port, length, least))
                                        .withInput(told(port, value))
                                        .withContext(Map.of("min_length", least)));
                    }
                });
        limits.maxLength()
                .ifPresent(most -> {
                    if (length > most) {
                        problems.add(
                                Problem.at(
                                                port.name(),
                                                "string_too_long",
                                                String.format(
                                                        Locale.ROOT,
                                                        "'%s' has %,d characters; shorten it to at"
                                                                + " most %,d.",
                                                        port.label(),
                                                        length,
                                                        most))
                                        .withContext(Map.of("max_length", most)));
                    }
                });
        String pattern = limits.pattern();
        if (pattern != null && !Pattern.compile(pattern).matcher(value).matches()) {
            problems.add(
                    Problem.at(port.name(), "string_pattern_mismatch", mismatch(port, pattern))
                            .withInput(told(port, value))
                            .withContext(Map.of("pattern", pattern)));
        }
        return problems;
    }

    @Override
    public final ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "string");
        Limits limits = port.limits();
        limits.minLength().ifPresent(n -> schema.put("minLength", n));
        limits.maxLength().ifPresent(n -> schema.put("maxLength", n));
        if (limits.pattern() != null) {
            // JSON Schema searches where a port's pattern has to match the whole text.
            schema.put("pattern", "^(?:" + limits.pattern() + ")$");
        }
        port.option(PATTERN_HELP, String.class).ifPresent(how -> schema.put("description", how));
        if (isSecret(port)) {
            schema.put("format", "password").put("writeOnly", true);
        }
        return schema;
    }

    @Override
    public final String example(Port port) {
        String text = isSecret(port) ? "secret" : "Hello";
        int least = (int) limits(port).minLength().orElse(0);
        int most =
                (int)
                        Math.min(
                                limits(port).maxLength().orElse(text.length()),
                                Math.max(least, text.length()));
        return text.repeat(1 + least / text.length())
                .substring(0, Math.max(least, Math.min(most, text.length())));
    }

    @Override
    public final String text(Port port, String value) {
        return value;
    }

    @Override
    public final long weight(String value) {
        return 2L * value.length();
    }

    @Override
    public List<Problem> declare(Port port) {
        if (isSecret(port) && port.standard() != null) {
            return List.of(
                    Problem.at(
                            port.name(),
                            "default",
                            "'%s' is secret and has a default, which everybody could read; leave it out."
                                    .formatted(port.name())));
        }
        if (port.limits().pattern() == null && port.options().containsKey(PATTERN_HELP)) {
            return List.of(
                    Problem.at(
                            port.name(),
                            PATTERN_HELP,
                            "'%s' says how to match a pattern and has none; give it a pattern."
                                    .formatted(port.name())));
        }
        if (!port.limits().choices().isEmpty()) {
            return List.of(
                    Problem.at(
                            port.name(),
                            "limits",
                            "'%s' is %s with choices; make it of kind choice."
                                    .formatted(port.name(), id())));
        }
        String pattern = port.limits().pattern();
        try {
            if (pattern != null) {
                Pattern.compile(pattern);
            }
            return List.of();
        } catch (PatternSyntaxException e) {
            return List.of(
                    Problem.at(
                            port.name(),
                            "pattern",
                            "The pattern of '%s' is no regular expression; %s."
                                    .formatted(port.name(), e.getDescription())));
        }
    }

    @Override
    public final List<String> limits() {
        return List.of("minLength", "maxLength", "pattern");
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        all.putObject("lines")
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", 40)
                .put(
                        "description",
                        "The height of its field in lines; where nothing is said 1, and 6 for an"
                                + " answer.");
        all.putObject("placeholder")
                .put("type", "string")
                .put("description", "Shown while the field is empty.");
        all.putObject(SECRET)
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether nobody is to read it but who typed it, as a password: it is shown"
                                + " as dots and kept nowhere. False where nothing is said.");
        all.putObject(PATTERN_HELP)
                .put("type", "string")
                .put(
                        "description",
                        "A sentence that says what to write, shown where the pattern does not"
                                + " match.");
        ObjectNode labels = all.putObject("labels");
        labels.put(
                "description",
                "What the classes of a network that reads stand for, in its order and without the"
                        + " blank, or the name of a file with one on each line.");
        ArrayNode forms = labels.putArray("anyOf");
        forms.addObject().put("type", "string").put("format", "path");
        forms.addObject().put("type", "array").putObject("items").put("type", "string");
        return all;
    }

    /// The characters of a network that reads, in its order; empty where the port names none.
    public static List<String> labels(Port port) {
        List<?> names = port.option("labels", List.class).orElse(List.of());
        return names.stream().map(String::valueOf).toList();
    }

    @Override
    public final boolean isSecret(Port port) {
        return port.option(SECRET, Boolean.class).orElse(false);
    }

    /// The author's words where there are any: an expression is for machines.
    private static String mismatch(Port port, String pattern) {
        return port.option(PATTERN_HELP, String.class)
                .orElseGet(() ->
                        "'%s' must match the pattern %s; change it."
                                .formatted(port.label(), pattern));
    }

    /// What a problem may repeat of what was given.
    private @Nullable Object told(Port port, @Nullable Object given) {
        return isSecret(port) ? null : given;
    }

    private static Limits limits(Port port) {
        return port.limits();
    }

    private static String tooShort(Port port, int length, long least) {
        return length == 0
                ? "'%s' is empty; write something.".formatted(port.label())
                : String.format(
                        Locale.ROOT,
                        "'%s' has %,d characters; write at least %,d.",
                        port.label(),
                        length,
                        least);
    }

    /// The text that a file holds, without the byte order mark that some programs put before it.
    ///
    /// @throws ProblemException where it is not UTF-8
    public static String utf8(Port port, byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ProblemException.input(
                    Problem.at(
                            port.name(),
                            "string_unicode",
                            "'%s' is not UTF-8 text; save it as UTF-8.".formatted(port.label())));
        }
    }
}
