package dev.vitrine.kind.mask;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.Score;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads masks from JSON and says which word of which segment is wrong.
///
/// @param port whose value it is
record MaskReader(Port port) {
    private static final ImageKind IMAGES = new ImageKind();

    Mask read(JsonNode node) {
        JsonNode width = node.path("width");
        JsonNode height = node.path("height");
        if (!node.path("segments").isArray() || !isSide(width) || !isSide(height)) {
            throw wrong();
        }
        List<Mask.Segment> segments = new ArrayList<>();
        for (JsonNode one : node.get("segments")) {
            segments.add(segment(one, segments.size()));
        }
        return new Mask(width.intValue(), height.intValue(), segments);
    }

    private static boolean isSide(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() > 0;
    }

    private Mask.Segment segment(JsonNode node, int index) {
        JsonNode label = node.path("label");
        if (!label.isMissingNode() && !label.isString()) {
            throw wrong(index, "label", label, "text");
        }
        if (Score.isOdd(node)) {
            throw wrong(index, Score.WORD, node.path(Score.WORD), "a number");
        }
        if (!node.path("mask").isString()) {
            throw wrong(index, "mask", node.path("mask"), "a picture as a data URI");
        }
        return new Mask.Segment(label.asString(""), Score.of(node), area(node.path("mask")));
    }

    /// The area that a picture as text stands for.
    Area area(JsonNode picture) {
        return Area.of(IMAGES.decode(port, new Raw.Json(picture)));
    }

    private ProblemException wrong(int index, String word, JsonNode given, String wanted) {
        return ProblemException.input(
                new Problem(
                        given.isMissingNode() ? "missing" : "mask_type",
                        port.name(),
                        List.of("segments", index, word),
                        "'%s' has a segment %d %s '%s'; give it %s."
                                .formatted(
                                        port.label(),
                                        index + 1,
                                        given.isMissingNode() ? "without" : "with an odd",
                                        word,
                                        wanted),
                        Json.plain(given),
                        Map.of()));
    }

    /// Why something else is no mask.
    ProblemException wrong() {
        return ProblemException.input(
                Problem.at(
                        port.name(),
                        "mask_type",
                        "'%s' is no mask; give {\"width\": 640, \"height\": 480, \"segments\": [{\"label\": \"cat\", \"mask\": \"data:image/png;base64,…\"}]}."
                                .formatted(port.label())));
    }
}
