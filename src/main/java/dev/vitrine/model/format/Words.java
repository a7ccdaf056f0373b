package dev.vitrine.model.format;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The words of a group that has passed its [Spec], by type.
///
/// @param all what stands under each word, in plain Java form
record Words(Map<String, @Nullable Object> all) {
    static Words of(Located node) {
        return new Words(group(node.plain()));
    }

    static Map<String, @Nullable Object> group(@Nullable Object plain) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (plain instanceof Map<?, ?> group) {
            group.forEach((word, value) -> map.put(String.valueOf(word), value));
        }
        return map;
    }

    String text(String word, String otherwise) {
        return all.get(word) instanceof String text ? text : otherwise;
    }

    @Nullable String text(String word) {
        return all.get(word) instanceof String text ? text : null;
    }

    boolean flag(String word, boolean otherwise) {
        return all.get(word) instanceof Boolean flag ? flag : otherwise;
    }

    OptionalDouble number(String word) {
        return all.get(word) instanceof Number n
                ? OptionalDouble.of(n.doubleValue())
                : OptionalDouble.empty();
    }

    OptionalLong count(String word) {
        return all.get(word) instanceof Number n
                ? OptionalLong.of(n.longValue())
                : OptionalLong.empty();
    }

    /// What stands under a word as a list without gaps; empty where the word is missing.
    List<Object> list(String word) {
        List<Object> items = new ArrayList<>();
        if (all.get(word) instanceof List<?> list) {
            for (Object item : list) {
                if (item != null) {
                    items.add(item);
                }
            }
        }
        return items;
    }
}
