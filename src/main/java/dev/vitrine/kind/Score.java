package dev.vitrine.kind;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.OptionalDouble;

/// How sure a model is of what it found, 0 to 1, as kinds read, write and tell it; what a hand made
/// has none.
public final class Score {
    /// Its word in JSON and in the head of a table.
    public static final String WORD = "score";

    private Score() {}

    /// The score of an object; empty where it has none or null.
    public static OptionalDouble of(JsonNode object) {
        JsonNode score = object.path(WORD);
        return score.isNumber() ? OptionalDouble.of(score.doubleValue()) : OptionalDouble.empty();
    }

    /// Whether the score of an object is something else than a number, null or nothing.
    public static boolean isOdd(JsonNode object) {
        JsonNode score = object.path(WORD);
        return !score.isMissingNode() && !score.isNull() && !score.isNumber();
    }

    /// Gives an object the score there is.
    public static void put(ObjectNode object, OptionalDouble score) {
        score.ifPresent(number -> object.put(WORD, number));
    }

    /// Whether a score is one, or there is none.
    public static boolean isFine(OptionalDouble score) {
        return score.isEmpty() || score.getAsDouble() >= 0 && score.getAsDouble() <= 1;
    }

    /// The score as people read it, such as `0.98`, the same in every locale; empty where there is
    /// none.
    public static String words(OptionalDouble score) {
        return score.isPresent() ? String.format(Locale.ROOT, "%.2f", score.getAsDouble()) : "";
    }

    /// The score in a cell of a table.
    public static @Nullable Object cell(OptionalDouble score) {
        return score.isPresent() ? (Object) score.getAsDouble() : null;
    }

    /// The score in a row of words, such as for the clipboard.
    public static String plain(OptionalDouble score) {
        return score.isPresent() ? Double.toString(score.getAsDouble()) : "";
    }
}
