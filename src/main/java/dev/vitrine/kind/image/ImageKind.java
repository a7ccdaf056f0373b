package dev.vitrine.kind.image;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.MediaText;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Pictures: a file, a data URI (`data:image/png;base64,…`) or bare base64 in, a PNG data URI out.
public final class ImageKind implements Kind<Picture> {
    /// The most pixels a picture may have where the port sets no bound: 120 million, which takes in
    /// the cameras of 100 megapixels.
    public static final long MAX_PIXELS = 120_000_000;

    private static final MediaText TEXT = new MediaText("picture", "image/*", "image_decode");

    /// The option that names the picture before.
    public static final String BEFORE = "before";

    @Override
    public String id() {
        return "image";
    }

    @Override
    public Class<Picture> type() {
        return Picture.class;
    }

    @Override
    public Picture decode(Port port, Raw raw) {
        String fileName = raw instanceof Raw.Upload upload ? upload.fileName() : null;
        return read(port, TEXT.bytes(port, raw), fileName);
    }

    @Override
    public JsonNode encode(Port port, Picture value) {
        return MediaText.encode(png(value));
    }

    @Override
    public List<Problem> check(Port port, Picture value) {
        long most = maxPixels(port);
        if ((long) value.width() * value.height() <= most) {
            return List.of();
        }
        return List.of(
                Problem.at(
                                port.name(),
                                "image_too_large",
                                String.format(
                                        Locale.ROOT,
                                        "'%s' is %,d × %,d pixels, which is more than the %,d that"
                                                + " are taken; make it smaller.",
                                        port.label(),
                                        value.width(),
                                        value.height(),
                                        most))
                        .withContext(Map.of("max_pixels", most)));
    }

    @Override
    public ObjectNode schema(Port port) {
        return TEXT.schema();
    }

    @Override
    public Picture example(Port port) {
        return maxPixels(port) < 4
                ? Picture.of(1, 1, 1, new byte[1])
                : Picture.of(2, 2, 1, new byte[] {0, (byte) 255, (byte) 255, 0});
    }

    @Override
    public String text(Port port, Picture value) {
        return "picture, %d × %d pixels".formatted(value.width(), value.height());
    }

    @Override
    public Optional<Media> media(Port port, Picture value) {
        return Optional.of(png(value));
    }

    /// See [PictureComparison]; what is expected is a whole picture.
    @Override
    public Optional<String> differs(Port port, JsonNode expected, Picture value, double tolerance) {
        return PictureComparison.differs(decode(port, new Raw.Json(expected)), value, tolerance);
    }

    @Override
    public List<String> accepts() {
        return List.of(TEXT.range());
    }

    @Override
    public long weight(Picture value) {
        return (long) value.width() * value.height() * value.channels() * value.depth() / 8;
    }

    @Override
    public List<String> limits() {
        return List.of("maxPixels");
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        ObjectNode sources = all.putObject("sources");
        sources.put("type", "array")
                .put("description", "How a picture gets in; all but draw where nothing is said.");
        sources.putObject("items")
                .put("type", "string")
                .putArray("enum")
                .add("file")
                .add("paste")
                .add("draw");
        ObjectNode pen = all.putObject("pen");
        pen.put("type", "object")
                .put("additionalProperties", false)
                .put("description", "What draw draws with.");
        ObjectNode words = pen.putObject("properties");
        words.putObject("ink").put("type", "string").put("pattern", "^#[0-9a-fA-F]{6}$");
        words.putObject("paper").put("type", "string").put("pattern", "^#[0-9a-fA-F]{6}$");
        words.putObject("width")
                .put("type", "number")
                .put("exclusiveMinimum", 0)
                .put("maximum", 1)
                .put("description", "The pen's width as a part of the paper's.");
        all.putObject(BEFORE)
                .put("type", "string")
                .put(
                        "description",
                        "Of an output: the input whose picture it is shown beside, with a divider"
                                + " to drag.");
        return all;
    }

    /// The input whose picture an output is compared with; empty where the port names none.
    public static Optional<String> before(Port port) {
        return port.option(BEFORE, String.class);
    }

    /// The most pixels that a port takes.
    public static long maxPixels(Port port) {
        return port.limits().maxPixels().orElse(MAX_PIXELS);
    }

    private static Picture read(Port port, byte[] bytes, @Nullable String fileName) {
        try {
            String name = "'%s'".formatted(fileName == null ? port.label() : fileName);
            return PictureCodec.read(bytes, name, maxPixels(port));
        } catch (PictureCodec.Unreadable e) {
            throw ProblemException.input(
                    Problem.at(port.name(), e.type(), String.valueOf(e.getMessage())));
        }
    }

    private static Media png(Picture value) {
        return new Media(PictureCodec.png(value), "image/png", "png");
    }
}
