package dev.vitrine.task;

import dev.vitrine.kind.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The vocabulary of pre- and post-processing: the words that may stand beside a tensor's name in a
/// signature.
public final class Processing {
    private Processing() {}

    /// The JSON Schema of each word, by word; what reads signatures refuses any other.
    public static ObjectNode words() {
        ObjectNode words = Json.object();
        choice(
                words,
                "layout",
                "The order of a picture's dimensions.",
                names(Layout.values(), false));
        choice(
                words,
                "channels",
                "What a picture's channels hold.",
                names(Channels.values(), true));
        list(words, "size", "Height and width that a picture is brought to.", "integer", 1, 2);
        choice(
                words,
                "fit",
                "How a picture of another shape fills the size.",
                names(PictureEncoding.Fit.values(), true));
        list(words, "range", "What black and full light are in the tensor.", "number", null, 2);
        list(words, "mean", "Taken off each channel after the range.", "number", null, 0);
        list(words, "std", "What each channel is divided by after the mean.", "number", null, 0);
        choice(
                words,
                "background",
                "Whether the things in a picture stand on dark or on light; one that does not is"
                        + " inverted.",
                names(PictureEncoding.Background.values(), true));
        choice(words, "apply", "What makes confidences of scores.", LabelDecoding.applications());
        return words;
    }

    private static void choice(
            ObjectNode words, String word, String description, List<String> names) {
        ArrayNode all = words.putObject(word).put("description", description).putArray("enum");
        names.forEach(all::add);
    }

    private static void list(
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

    private static List<String> names(Enum<?>[] values, boolean lower) {
        return Arrays.stream(values)
                .map(v -> lower ? v.name().toLowerCase(Locale.ROOT) : v.name())
                .toList();
    }
}
