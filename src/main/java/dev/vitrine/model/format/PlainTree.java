package dev.vitrine.model.format;

import dev.vitrine.model.format.Located.Entry;
import dev.vitrine.model.format.Located.Group;
import dev.vitrine.model.format.Located.Leaf;
import dev.vitrine.model.format.Located.Row;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a program declares, as the tree that a file with the same content would be. Nothing is
/// written and read again for it: an example of a Java demo may be a table of a million rows.
final class PlainTree {
    /// Where everything stands that is in no file.
    private static final int NOWHERE = 0;

    private PlainTree() {}

    /// @param value in plain Java form; what has another stands as its text
    /// @throws YamlTree.Unreadable where it holds what no file can
    static Located of(@Nullable Object value) {
        return of(value, 0);
    }

    private static Located of(@Nullable Object value, int depth) {
        YamlTree.checkDepth(NOWHERE, depth);
        if (value instanceof Map<?, ?> map) {
            Map<String, Entry> entries = new LinkedHashMap<>();
            map.forEach((word, under) ->
                    entries.put(String.valueOf(word), new Entry(NOWHERE, of(under, depth + 1))));
            return new Group(NOWHERE, entries);
        }
        if (value instanceof Collection<?> list) {
            return new Row(NOWHERE, list.stream().map(item -> of(item, depth + 1)).toList());
        }
        return new Leaf(NOWHERE, leaf(value));
    }

    private static @Nullable Object leaf(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case Byte whole -> whole.longValue();
            case Short whole -> whole.longValue();
            case Integer whole -> whole.longValue();
            case Long whole -> whole;
            // by its digits, as 0.1f is no 0.10000000149
            case Number number -> YamlTree.finite(NOWHERE, number.toString());
            default -> String.valueOf(value);
        };
    }
}
