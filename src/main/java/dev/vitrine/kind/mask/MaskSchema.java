package dev.vitrine.kind.mask;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Port;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// What masks and the words of their ports are, as JSON Schema.
final class MaskSchema {
    private MaskSchema() {}

    /// The schema of the mask of a port.
    static ObjectNode of(Port port) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode words = schema.putObject("properties");
        side(words, "width", "Pixels of the picture.");
        side(words, "height", "Its rows.");
        ObjectNode segments =
                words.putObject("segments")
                        .put("type", "array")
                        .put("description", "What is where in the picture.");
        ObjectNode segment = segments.putObject("items").put("type", "object");
        ObjectNode parts = segment.putObject("properties");
        ObjectNode label = parts.putObject("label").put("type", "string");
        List<String> known = LabelKind.labels(port);
        if (!known.isEmpty()) {
            ArrayNode all = label.putArray("enum");
            known.forEach(all::add);
        }
        parts.putObject("score").put("type", "number").put("minimum", 0).put("maximum", 1);
        parts.putObject("mask")
                .put("type", "string")
                .put("format", "uri")
                .put("contentMediaType", "image/png")
                .put("contentEncoding", "base64")
                .put(
                        "description",
                        "A picture of the same size, white where the segment is, as a data URI.");
        segment.putArray("required").add("mask");
        if (!known.isEmpty()) {
            segment.withArray("required").add("label");
        }
        schema.putArray("required").add("width").add("height").add("segments");
        return schema;
    }

    private static void side(ObjectNode words, String word, String description) {
        words.putObject(word)
                .put("type", "integer")
                .put("minimum", 1)
                .put("description", description);
    }

    /// The words of a port of masks.
    static ObjectNode options() {
        ObjectNode all = Json.object();
        all.putObject("over")
                .put("type", "string")
                .put(
                        "description",
                        "The input whose picture the mask lies on; the only one where nothing is"
                                + " said.");
        ObjectNode labels = all.putObject("labels");
        labels.put(
                "description",
                "The class names in the network's order, or the name of a file with one on each"
                        + " line.");
        ArrayNode forms = labels.putArray("anyOf");
        forms.addObject().put("type", "string").put("format", "path");
        forms.addObject().put("type", "array").putObject("items").put("type", "string");
        return all;
    }
}
