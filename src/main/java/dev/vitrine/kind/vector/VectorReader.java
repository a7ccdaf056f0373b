package dev.vitrine.kind.vector;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.text.TextKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Npy;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads vectors from JSON, from text and from files, and says which number is none.
///
/// @param port whose value it is
record VectorReader(Port port) {
    Vector typed(String text) {
        try {
            return Numbers.read(text);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()), text);
        }
    }

    /// A column of CSV has its name above.
    Vector file(byte[] bytes) {
        if (Npy.matches(bytes)) {
            try {
                return Numbers.of(Npy.read(bytes));
            } catch (IllegalArgumentException e) {
                throw ProblemException.input(
                        Problem.at(
                                port.name(),
                                "list_parsing",
                                "'%s' cannot be read: %s".formatted(port.label(), e.getMessage())));
            }
        }
        String text = TextKind.utf8(port, bytes);
        String[] lines = text.split("\\R", 2);
        boolean isNamed = lines.length == 2 && lines[0].matches("\\s*\"?[\\p{L}_][^,;\\t\\[]*");
        return typed(isNamed && !lines[0].strip().endsWith(")") ? lines[1] : text);
    }

    /// A list of numbers, or one such list in another, as a network gives it for a batch of one.
    Vector array(JsonNode node) {
        JsonNode list = node.size() == 1 && node.path(0).isArray() ? node.path(0) : node;
        if (!list.isArray()) {
            throw wrong(null, Json.plain(node));
        }
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode one = list.get(i);
            numbers[i] =
                    one.isNumber()
                            ? one.doubleValue()
                            : odd(one).orElseThrow(() -> wrong(one.toString(), null));
        }
        return Vector.of(numbers);
    }

    /// The numbers that JSON does not have.
    private static Optional<Double> odd(JsonNode node) {
        return List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY).stream()
                .filter(n -> node.isString() && node.stringValue().equals(Double.toString(n)))
                .findFirst();
    }

    private ProblemException wrong(@Nullable String word, @Nullable Object given) {
        String why =
                word == null
                        ? "is no list of numbers"
                        : word.equals("...") || word.equals("…")
                                ? "has '...' where numbers were left out"
                                : "has %s, which is no number"
                                        .formatted(
                                                word.length() > 40
                                                        ? word.substring(0, 40) + "…"
                                                        : word);
        return ProblemException.input(
                Problem.at(
                                port.name(),
                                word == null ? "list_type" : "float_parsing",
                                "'%s' %s; give %s such as [0.5, -0.25, 1]."
                                        .formatted(port.label(), why, wanted()))
                        .withInput(given));
    }

    private String wanted() {
        OptionalInt length = VectorKind.length(port);
        return length.isPresent()
                ? String.format(Locale.ROOT, "%,d numbers", length.getAsInt())
                : "numbers";
    }
}
