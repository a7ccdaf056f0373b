package dev.vitrine.model.format;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file's content as a tree that knows the line of each of its parts.
public sealed interface Located {
    /// The line it begins on, counted from 1; that of its word where it is a group under one.
    int line();

    /// The plain Java form: `String`, `Boolean`, `Long`, `Double`, `List`, `Map`, null.
    @Nullable Object plain();

    /// One value.
    ///
    /// @param line where it stands
    /// @param value a `String`, `Boolean`, `Long`, finite `Double`, or null
    record Leaf(int line, @Nullable Object value) implements Located {
        @Override
        public @Nullable Object plain() {
            return value;
        }
    }

    /// A list.
    ///
    /// @param line where it begins
    /// @param items what it holds
    record Row(int line, List<Located> items) implements Located {
        public Row {
            items = List.copyOf(items);
        }

        @Override
        public List<@Nullable Object> plain() {
            List<@Nullable Object> all = new ArrayList<>();
            items.forEach(i -> all.add(i.plain()));
            return all;
        }
    }

    /// Words with something under each.
    ///
    /// @param line where it begins
    /// @param entries what stands under each word, in order
    record Group(int line, Map<String, Entry> entries) implements Located {
        @Override
        public Map<String, @Nullable Object> plain() {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            entries.forEach((word, entry) -> all.put(word, entry.value().plain()));
            return all;
        }
    }

    /// A word and what stands under it.
    ///
    /// @param line the line of the word
    /// @param value what stands under it
    record Entry(int line, Located value) {}

    /// What stands under a word; nothing where this is no group or lacks the word.
    default Optional<Located> under(String word) {
        return this instanceof Group(int ignored, Map<String, Entry> entries)
                ? Optional.ofNullable(entries.get(word)).map(Entry::value)
                : Optional.empty();
    }

    /// The line of what stands under these words and indices, or of the last of them that is there.
    default int lineOf(Object... path) {
        Located here = this;
        int line = line();
        for (Object step : path) {
            if (here instanceof Group(int ignored, Map<String, Entry> entries)
                    && step instanceof String word
                    && entries.get(word) instanceof Entry entry) {
                line = entry.line();
                here = entry.value();
            } else if (here instanceof Row(int ignored, List<Located> items)
                    && step instanceof Integer index
                    && index < items.size()) {
                here = items.get(index);
                line = here.line();
            } else {
                return line;
            }
        }
        return line;
    }
}
