package dev.vitrine.model.format;

import dev.vitrine.kind.number.NumberKind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// A value of a file as a sentence quotes it: short, on one line.
final class Shown {
    private static final int MOST = 40;

    private Shown() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "empty";
            case Number n when n.doubleValue() == Math.rint(n.doubleValue()) ->
                    n instanceof Long ? n.toString() : NumberKind.plain(n.doubleValue());
            case List<?> ignored -> "a list";
            case Map<?, ?> ignored -> "a group of words";
            case String s -> "'" + cut(s) + "'";
            default -> value.toString();
        };
    }

    /// Text without line breaks and not longer than a sentence bears.
    static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        int end = line.offsetByCodePoints(0, Math.min(MOST, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }
}
