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
                names(Fitting.Fit.values(), true));
        words.putObject("antialias")
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether a picture that shrinks keeps something of each pixel; if not, it"
                                + " is sampled between two. True where nothing is said.");
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
        detection(words);
        words.putObject(Filling.INDEX)
                .put("type", "integer")
                .put("minimum", 0)
                .put(
                        "description",
                        "Which element of the tensor a number is, from 0; several inputs that name"
                                + " one tensor fill it together.");
        words.set(TextCleaning.WORD, TextCleaning.schema());
        return words;
    }

    /// The JSON Schema of the names of several tensors that make one value, by what they hold.
    public static ObjectNode parts() {
        ObjectNode parts = Json.object();
        names(parts, Detection.SCORES, "How sure the network is of each box, a column per class.");
        names(
                parts,
                Detection.BOXES,
                "Where each box is, in four columns, and x and y of each of its points behind"
                        + " them.");
        names(
                parts,
                Detection.CLASSES,
                "The number of each box's class, where the network has chosen it.");
        return parts;
    }

    private static void names(ObjectNode parts, String part, String description) {
        ArrayNode forms = parts.putObject(part).put("description", description).putArray("anyOf");
        forms.addObject().put("type", "string").put("minLength", 1);
        forms.addObject()
                .put("type", "array")
                .put("minItems", 1)
                .putObject("items")
                .put("type", "string")
                .put("minLength", 1);
    }

    private static void columns(ObjectNode words) {
        ObjectNode columns =
                words.putObject("columns")
                        .put("type", "object")
                        .put("additionalProperties", false)
                        .put(
                                "description",
                                "Which columns of the rows hold each part, the first and the last,"
                                        + " counted from 0; all of them where nothing is said.")
                        .putObject("properties");
        for (String part : List.of(Detection.SCORES, Detection.BOXES, Detection.CLASSES)) {
            list(columns, part, "The first and the last.", "integer", 0, 2);
        }
        words.putObject("sideways")
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether the last dimension of the tensors counts rows and the one before"
                                + " it columns. False where nothing is said.");
    }

    private static void detection(ObjectNode words) {
        columns(words);
        ObjectNode grid =
                words.putObject("anchors")
                        .put("type", "array")
                        .put("minItems", 1)
                        .put(
                                "description",
                                "Grids over the picture, one after the other, whose cells' middles"
                                        + " the rows of boxes start from.")
                        .putObject("items")
                        .put("type", "object")
                        .put("additionalProperties", false);
        list(grid.putObject("properties"), "grid", "Rows and columns of cells.", "integer", 1, 2);
        grid.withObject("properties")
                .putObject("each")
                .put("type", "integer")
                .put("minimum", 1)
                .put(
                        "description",
                        "Boxes of a cell, which follow each other; 1 where nothing is" + " said.");
        grid.putArray("required").add("grid");
        choice(
                words,
                "box",
                "What the four columns of a box hold: two corners, the top left corner and the"
                        + " size, or the middle and the size.",
                names(BoxFormat.values(), true));
        choice(
                words,
                "unit",
                "What the numbers of a box are: pixels of the tensor, or parts of its sides.",
                names(Unit.values(), true));
        ObjectNode threshold = words.putObject("threshold");
        threshold.put("description", "The least score of a box, or the input that says it.");
        ArrayNode forms = threshold.putArray("anyOf");
        forms.addObject().put("type", "number").put("minimum", 0).put("maximum", 1);
        forms.addObject().put("type", "string").put("minLength", 1);
        words.putObject("iou")
                .put("type", "number")
                .put("minimum", 0)
                .put("maximum", 1)
                .put(
                        "description",
                        "Of two boxes of one class whose overlap (intersection over union) is"
                                + " larger, only the surer stays; all stay where nothing is said.");
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
