package dev.vitrine.kind.boxes;

import dev.vitrine.kind.Json;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Reads boxes from JSON and says which word of which box is wrong.
///
/// @param port whose value it is
record BoxesReader(Port port) {
    Boxes read(JsonNode node) {
        if (!node.path("boxes").isArray()) {
            throw wrong();
        }
        List<Box> boxes = new ArrayList<>();
        for (JsonNode one : node.get("boxes")) {
            boxes.add(box(one, boxes.size()));
        }
        return new Boxes(boxes);
    }

    private Box box(JsonNode node, int index) {
        if (!node.isObject()) {
            throw wrong();
        }
        return new Box(
                text(node, "label", index),
                node.has("score")
                        ? OptionalDouble.of(number(node, "score", index))
                        : OptionalDouble.empty(),
                number(node, "x", index),
                number(node, "y", index),
                number(node, "width", index),
                number(node, "height", index),
                points(node.path("points"), index));
    }

    private List<Box.Point> points(JsonNode node, int index) {
        if (!node.isMissingNode() && !node.isArray()) {
            throw wrong(index, "points", node, "a list");
        }
        List<Box.Point> points = new ArrayList<>();
        for (JsonNode one : node) {
            points.add(
                    new Box.Point(
                            text(one, "name", index),
                            number(one, "x", index),
                            number(one, "y", index),
                            one.has("score") ? number(one, "score", index) : 1));
        }
        return points;
    }

    private String text(JsonNode node, String word, int index) {
        JsonNode text = node.path(word);
        if (!text.isMissingNode() && !text.isString()) {
            throw wrong(index, word, text, "text");
        }
        return text.asString("");
    }

    private double number(JsonNode node, String word, int index) {
        JsonNode number = node.path(word);
        if (!number.isNumber()) {
            throw wrong(index, word, number, "a number");
        }
        return number.doubleValue();
    }

    private ProblemException wrong(int index, String word, JsonNode given, String wanted) {
        return ProblemException.input(
                new Problem(
                        given.isMissingNode() ? "missing" : "boxes_type",
                        port.name(),
                        List.of("boxes", index, word),
                        "'%s' has a box %d %s '%s'; give it %s."
                                .formatted(
                                        port.label(),
                                        index + 1,
                                        given.isMissingNode() ? "without" : "with an odd",
                                        word,
                                        wanted),
                        Json.plain(given),
                        Map.of()));
    }

    /// Why something else is no boxes.
    ProblemException wrong() {
        return ProblemException.input(
                Problem.at(
                        port.name(),
                        "boxes_type",
                        "'%s' is no boxes; give {\"boxes\": [{\"label\": \"cat\", \"x\": 8, \"y\": 8, \"width\": 32, \"height\": 24}]}."
                                .formatted(port.label())));
    }
}
