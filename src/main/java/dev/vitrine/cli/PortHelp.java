package dev.vitrine.cli;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.file.FileKind;
import dev.vitrine.signature.Port;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A port in the words of a help text, all of them read from the signature.
final class PortHelp {
    /// Choices that are listed; the complaint about another value names those near to it.
    private static final int MOST_CHOICES = 40;

    private PortHelp() {}

    /// What stands for its value: `FILE` where a path is taken, else what JSON Schema calls its
    /// type.
    static String placeholder(Port port) {
        Kind<?> kind = Kinds.of(port);
        return kind.accepts().isEmpty()
                ? kind.schema(port).path("type").asString("value").toUpperCase(Locale.ROOT)
                : "FILE";
    }

    /// Label, help, kind, bounds, and the default of an input.
    static String input(Port port) {
        String text = output(port);
        if (port.standard() != null) {
            return "%s Default: %s".formatted(text, sentence(plain(Json.of(port.standard()))));
        }
        return port.required() ? text + " Required." : text;
    }

    /// Label, help, kind and bounds.
    static String output(Port port) {
        List<String> parts = new ArrayList<>();
        parts.add(sentence(port.label()));
        if (!port.help().isBlank()) {
            parts.add(sentence(port.help()));
        }
        port.option("patternHelp", String.class).ifPresent(how -> parts.add(sentence(how)));
        parts.add("Kind: " + sentence(String.join(", ", kindAndBounds(port))));
        return String.join(" ", parts);
    }

    private static List<String> kindAndBounds(Port port) {
        ObjectNode schema = Kinds.of(port).schema(port);
        List<String> words = new ArrayList<>();
        words.add(port.kind());
        said(words, schema.path("minimum"), n -> "from " + n);
        said(words, schema.path("maximum"), n -> "to " + n);
        said(words, schema.path("formatMinimum"), t -> "from " + t);
        said(words, schema.path("formatMaximum"), t -> "to " + t);
        // of a list each member keeps the bounds
        said(words, schema.at("/items/minimum"), n -> "from " + n);
        said(words, schema.at("/items/maximum"), n -> "to " + n);
        port.limits().step().ifPresent(step -> words.add("in steps of " + plain(Json.of(step))));
        said(words, schema.path("minLength"), n -> "at least %s characters".formatted(n));
        said(words, schema.path("maxLength"), n -> "at most %s characters".formatted(n));
        if (port.option("patternHelp", String.class).isEmpty()) {
            said(words, schema.path("pattern"), p -> "matching " + p);
        }
        port.limits().maxPixels().ifPresent(n -> words.add("at most %d pixels".formatted(n)));
        port.limits()
                .maxSeconds()
                .ifPresent(n -> words.add("at most %s seconds".formatted(plain(Json.of(n)))));
        said(words, option(port, "length"), n -> n + " numbers");
        if (Kinds.of(port).takesSeveral()) {
            words.add("given once for each file");
        }
        if (!FileKind.types(port).isEmpty()) {
            words.add("of " + String.join(", ", FileKind.types(port)));
        }
        said(words, option(port, "maxBytes"), n -> "at most %s bytes".formatted(n));
        said(words, option(port, "minItems"), n -> "at least " + n);
        said(words, option(port, "maxItems"), n -> "at most " + n);
        if (!port.limits().choices().isEmpty()) {
            // what is a list has any number of them
            words.add(
                    (schema.path("type").asString("").equals("array") ? "any of " : "one of ")
                            + choices(port.limits().choices()));
        }
        return words;
    }

    /// The choices, of a great many the first ones.
    private static String choices(List<?> all) {
        Stream<String> first = all.stream().limit(MOST_CHOICES).map(c -> plain(Json.of(c)));
        Stream<String> more =
                all.size() > MOST_CHOICES
                        ? Stream.of("and %d more".formatted(all.size() - MOST_CHOICES))
                        : Stream.empty();
        return Stream.concat(first, more).collect(Collectors.joining(" | "));
    }

    private static JsonNode option(Port port, String word) {
        return port.option(word, Object.class).map(Json::of).orElseGet(MissingNode::getInstance);
    }

    private static void said(List<String> words, JsonNode bound, Function<String, String> phrase) {
        if (!bound.isMissingNode()) {
            words.add(phrase.apply(plain(bound)));
        }
    }

    /// A value as it is typed: text without quotation marks, whole numbers without a fraction.
    private static String plain(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        return value.isNumber()
                        && value.doubleValue() == Math.rint(value.doubleValue())
                        && value.canConvertToLong()
                ? Long.toString(value.longValue())
                : value.toString();
    }

    private static String sentence(String words) {
        return words.matches("(?s).*[.!?…]") ? words : words + ".";
    }
}
