package dev.vitrine.task;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// The words of boxes and points that a network finds in a picture.
final class DetectionWords {
    private DetectionWords() {}

    /// Puts the words in.
    static void schema(ObjectNode words) {
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
        WordSchema.list(
                grid.putObject("properties"),
                "grid",
                "Rows and columns of cells.",
                "integer",
                1,
                2);
        grid.withObject("properties")
                .putObject("each")
                .put("type", "integer")
                .put("minimum", 1)
                .put(
                        "description",
                        "Boxes of a cell, which follow each other; 1 where nothing is" + " said.");
        grid.putArray("required").add("grid");
        WordSchema.choice(
                words,
                "box",
                "What the four columns of a box hold: two corners, the top left corner and the"
                        + " size, or the middle and the size.",
                WordSchema.names(BoxFormat.values(), true));
        WordSchema.choice(
                words,
                "point",
                "What the columns of each point hold: x and y, or how sure the network is of it as"
                        + " well.",
                WordSchema.names(PointFormat.values(), true));
        WordSchema.choice(
                words,
                "unit",
                "What the numbers of a box are: pixels of the tensor, or parts of its sides.",
                WordSchema.names(Unit.values(), true));
        ObjectNode threshold = words.putObject("threshold");
        threshold.put(
                "description",
                "The least score of a box, a region or a place of a mask, or the input that says"
                        + " it.");
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
        for (String part :
                List.of(
                        Detection.SCORES,
                        Detection.BOXES,
                        Detection.CLASSES,
                        Detection.POINTS,
                        Detection.ANGLES,
                        InstanceMasks.COEFFICIENTS)) {
            WordSchema.list(columns, part, "The first and the last.", "integer", 0, 2);
        }
        words.putObject("sideways")
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether the last dimension of the tensors counts rows and the one before"
                                + " it columns. False where nothing is said.");
    }
}
