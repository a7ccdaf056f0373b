package dev.vitrine.kind.gallery;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads galleries and says which picture is wrong.
///
/// @param port whose value it is
record GalleryReader(Port port) {
    private static final ImageKind IMAGES = new ImageKind();

    /// JSON that was typed, or one picture as a data URI or base64.
    Gallery text(String text) {
        if (!text.strip().startsWith("[")) {
            return one(new Raw.Text(text), "");
        }
        try {
            return json(Json.MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw wrong(null);
        }
    }

    /// One picture.
    Gallery one(Raw raw, String caption) {
        return new Gallery(List.of(new Gallery.Item(IMAGES.decode(port, raw), caption)));
    }

    /// A list of pictures, each a data URI, or an object with its caption.
    Gallery json(JsonNode node) {
        if (!node.isArray()) {
            throw wrong(Json.plain(node));
        }
        count(node.size());
        List<Gallery.Item> items = new ArrayList<>();
        long pixels = 0;
        for (JsonNode one : node) {
            Gallery.Item item = item(one, items.size(), left(pixels));
            pixels += (long) item.picture().width() * item.picture().height();
            items.add(item);
        }
        return new Gallery(items);
    }

    /// Refuses more pictures than the port takes.
    void count(long size) {
        if (size > GalleryKind.most(port)) {
            throw ProblemException.input(GalleryKind.tooMany(port, size));
        }
    }

    /// The port as the next picture finds it, so that many are refused before all are in memory.
    ///
    /// @param pixels those of the pictures before
    Port left(long pixels) {
        long left = GalleryKind.maxPixels(port) - pixels;
        return port.withLimits(port.limits().withMaxPixels(Math.max(1, left)));
    }

    /// Says of a picture that was refused as too large what the port takes of all together.
    ProblemException bounded(ProblemException refused) {
        return refused.problems().getFirst().type().equals("image_too_large")
                ? ProblemException.input(GalleryKind.tooLarge(port))
                : refused;
    }

    private Gallery.Item item(JsonNode node, int index, Port left) {
        JsonNode picture = node.isObject() ? node.path(GalleryKind.IMAGE) : node;
        JsonNode caption = node.path(GalleryKind.CAPTION);
        if (!picture.isString()) {
            throw wrong(
                    index,
                    picture.isMissingNode() ? "missing" : "string_type",
                    "'%s' has no picture at place %d; give it as a data URI or base64 text."
                            .formatted(port.label(), index + 1));
        }
        if (!caption.isMissingNode() && !caption.isNull() && !caption.isString()) {
            throw wrong(
                    index,
                    "string_type",
                    "The caption of picture %d of '%s' is no text; give it as text."
                            .formatted(index + 1, port.label()));
        }
        String words = caption.asString("");
        Port named = words.isBlank() ? left : left.withLabel(words);
        return new Gallery.Item(read(picture, index, named), words);
    }

    private Picture read(JsonNode node, int index, Port named) {
        try {
            return IMAGES.decode(named, new Raw.Json(node));
        } catch (ProblemException e) {
            Problem problem = bounded(e).problems().getFirst();
            throw wrong(
                    index,
                    problem.type(),
                    problem.type().equals("image_too_large")
                            ? problem.message()
                            : "Picture %d: %s".formatted(index + 1, problem.message()));
        }
    }

    private ProblemException wrong(int index, String type, String message) {
        return ProblemException.input(
                new Problem(type, port.name(), List.of(index), message, null, Map.of()));
    }

    private ProblemException wrong(@Nullable Object given) {
        return ProblemException.input(
                Problem.at(
                                port.name(),
                                "list_type",
                                "'%s' is no list of pictures; give it as [{\"image\": \"data:image/png;base64,…\", \"caption\": \"…\"}]."
                                        .formatted(port.label()))
                        .withInput(given));
    }
}
