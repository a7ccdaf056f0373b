package dev.vitrine.task;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The forms that the JSON Schema of a word of [Processing] has.
final class WordSchema {
    private WordSchema() {}

    /// One of a few names.
    static void choice(ObjectNode words, String word, String description, List<String> names) {
        ArrayNode all = words.putObject(word).put("description", description).putArray("enum");
        names.forEach(all::add);
    }

    /// A list of numbers.
    ///
    /// @param least the least of them; open where nothing is said
    /// @param length how many there are; any number of them where it is 0
    static void list(
            ObjectNode words,
            String word,
            String description,
            String type,
            @Nullable Integer least,
            int length) {
        ObjectNode schema =
                words.putObject(word).put("type", "array").put("description", description);
        ObjectNode items = schema.putObject("items").put("type", type);
        if (least != null) {
            items.put("minimum", least);
        }
        if (length > 0) {
            schema.put("minItems", length).put("maxItems", length);
        }
    }

    /// A number, or the name of the input that says it.
    static void setting(ObjectNode words, String word, String description, String type, int least) {
        ArrayNode forms = words.putObject(word).put("description", description).putArray("anyOf");
        forms.addObject().put("type", type).put("minimum", least);
        forms.addObject().put("type", "string").put("minLength", 1);
    }

    /// The names of an enum, as a signature writes them.
    static List<String> names(Enum<?>[] values, boolean lower) {
        return Arrays.stream(values)
                .map(v -> lower ? v.name().toLowerCase(Locale.ROOT) : v.name())
                .toList();
    }

    /// The name of one tensor or of several.
    static void names(ObjectNode parts, String part, String description) {
        ArrayNode forms = parts.putObject(part).put("description", description).putArray("anyOf");
        forms.addObject().put("type", "string").put("minLength", 1);
        forms.addObject()
                .put("type", "array")
                .put("minItems", 1)
                .putObject("items")
                .put("type", "string")
                .put("minLength", 1);
    }
}
