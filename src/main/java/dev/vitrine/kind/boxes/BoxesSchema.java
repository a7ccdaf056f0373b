package dev.vitrine.kind.boxes;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Port;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// What boxes and the words of their ports are, as JSON Schema.
final class BoxesSchema {
    private BoxesSchema() {}

    /// The schema of the boxes of a port.
    static ObjectNode of(Port port) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode boxes = schema.putObject("properties").putObject("boxes");
        boxes.put("type", "array")
                .put("description", "In pixels of the picture; x and y are the top left corner.");
        ObjectNode box = boxes.putObject("items").put("type", "object");
        ObjectNode words = box.putObject("properties");
        ObjectNode label = words.putObject("label").put("type", "string");
        List<String> known = LabelKind.labels(port);
        if (!known.isEmpty()) {
            ArrayNode all = label.putArray("enum");
            known.forEach(all::add);
        }
        words.putObject("score").put("type", "number").put("minimum", 0).put("maximum", 1);
        number(words, "x");
        number(words, "y");
        number(words, "width").put("minimum", 0);
        number(words, "height").put("minimum", 0);
        ObjectNode point =
                words.putObject("points")
                        .put("type", "array")
                        .putObject("items")
                        .put("type", "object");
        ObjectNode place = point.putObject("properties");
        place.putObject("name").put("type", "string");
        number(place, "x");
        number(place, "y");
        number(place, "score").put("minimum", 0).put("maximum", 1);
        point.putArray("required").add("x").add("y");
        box.putArray("required").add("x").add("y").add("width").add("height");
        if (!known.isEmpty()) {
            box.withArray("required").add("label");
        }
        schema.putArray("required").add("boxes");
        return schema;
    }

    private static ObjectNode number(ObjectNode words, String word) {
        return words.putObject(word).put("type", "number");
    }

    /// The words of a port of boxes.
    static ObjectNode options() {
        ObjectNode all = Json.object();
        all.putObject("over")
                .put("type", "string")
                .put(
                        "description",
                        "The input whose picture the boxes lie on; the only one where nothing is"
                                + " said.");
        ObjectNode labels = all.putObject("labels");
        labels.put(
                "description",
                "The class names in the network's order, or the name of a file with one on each"
                        + " line.");
        ArrayNode forms = labels.putArray("anyOf");
        forms.addObject().put("type", "string").put("format", "path");
        forms.addObject().put("type", "array").putObject("items").put("type", "string");
        all.putObject("points")
                .put("type", "array")
                .put("description", "The names of the key points of a box, in the network's order.")
                .putObject("items")
                .put("type", "string");
        ObjectNode pair =
                all.putObject("skeleton")
                        .put("type", "array")
                        .put(
                                "description",
                                "The points of a box that lines join, as pairs of their places in"
                                        + " the list, counted from 0.")
                        .putObject("items")
                        .put("type", "array")
                        .put("minItems", 2)
                        .put("maxItems", 2);
        pair.putObject("items").put("type", "integer").put("minimum", 0);
        all.putObject("frame")
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether the box itself is drawn beside its points; true where nothing is"
                                + " said.");
        all.putObject("names")
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether the names of all boxes stand over the picture, beside that of the"
                                + " chosen one; true where nothing is said.");
        ArrayNode picks =
                all.putObject(BoxesKind.PICK)
                        .put(
                                "description",
                                "Of an input: what a hand picks on the picture. A point is a box"
                                        + " of no width and height; boxes where nothing is said.")
                        .putArray("enum");
        picks.add(BoxesKind.BOXES).add(BoxesKind.POINTS).add(BoxesKind.BOTH);
        all.putObject("threshold")
                .put("type", "number")
                .put("minimum", 0)
                .put("maximum", 1)
                .put(
                        "description",
                        "The score from which boxes are shown at first; the run's own where nothing"
                                + " is said.");
        return all;
    }
}
