package dev.vitrine.model.format;

import dev.vitrine.kind.Json;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One value of a signature on one line, as `signature.yaml` writes it there: what a field shows,
/// and what becomes of what somebody types into it.
public final class Notation {
    private static final Pattern UNSEEN =
            Pattern.compile("[\\x7F-\\x9F\\p{Cf}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF]");

    private Notation() {}

    /// A value as a person writes it: text without quotes where nothing else could be meant, a list
    /// without its brackets.
    ///
    /// @param spec what may stand there
    public static String text(Spec spec, Object value) {
        return switch (value) {
            case String text when reads(spec, text, value) -> text;
            case List<?> items when spec(spec) instanceof Spec.Items ->
                    items.stream().map(Notation::flow).collect(Collectors.joining(", "));
            default -> flow(value);
        };
    }

    /// What a line of text says; the text itself where it says nothing that can be read, so that
    /// the check may say what is wrong with it. Nothing where it is blank.
    ///
    /// @param spec what may stand there
    public static @Nullable Object read(Spec spec, String text) {
        if (text.isBlank()) {
            return null;
        }
        Spec form = spec(spec);
        if (form instanceof Spec.Text) {
            return text;
        }
        boolean bare = form instanceof Spec.Items && !text.strip().startsWith("[");
        try {
            Object value = YamlTree.read(bare ? "[" + text + "]" : text.strip()).plain();
            return value == null ? text : value;
        } catch (YamlTree.Unreadable e) {
            return text;
        }
    }

    /// A list that somebody writes with one item on each line; blank lines are none.
    ///
    /// @param spec what an item is
    public static List<Object> lines(Spec spec, String text) {
        return new ArrayList<>(
                text.lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> read(spec, line))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static boolean reads(Spec spec, String text, Object value) {
        return !text.isBlank() && text.lines().count() == 1 && value.equals(read(spec, text));
    }

    private static Spec spec(Spec spec) {
        return spec instanceof Spec.Shared(String ignored, Spec inner) ? spec(inner) : spec;
    }

    /// JSON with spaces, which YAML reads too; only words that could be nothing else lose their
    /// quotes.
    private static String flow(@Nullable Object value) {
        return switch (value) {
            case List<?> items ->
                    items.stream().map(Notation::flow).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(e -> e.getKey() + ": " + flow(e.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case String text when text.matches("[A-Za-z][A-Za-z0-9_ .-]*[A-Za-z0-9]|[A-Za-z]") ->
                    isText(text) ? text : quoted(text);
            case String text -> quoted(text);
            case null, default -> String.valueOf(value);
        };
    }

    private static boolean isText(String text) {
        try {
            return text.equals(YamlTree.read(text).plain());
        } catch (YamlTree.Unreadable e) {
            return false;
        }
    }

    private static String quoted(String text) {
        return escaped(Json.of(text).toString());
    }

    /// JSON with what YAML does not allow in text, and what cannot be seen, as escapes.
    static String escaped(String json) {
        return UNSEEN.matcher(json)
                .replaceAll(match ->
                        match.group()
                                .chars()
                                .mapToObj(c -> String.format(Locale.ROOT, "\\\\u%04x", c))
                                .collect(Collectors.joining()));
    }
}
