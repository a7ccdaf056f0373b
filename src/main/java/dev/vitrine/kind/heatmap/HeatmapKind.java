package dev.vitrine.kind.heatmap;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/// A number for each place of a picture, such as depth or how likely something is there: a grey
/// picture whose black is the least and whose white is the greatest number, in every form that an
/// image has.
public final class HeatmapKind implements Kind<Picture> {
    private static final ImageKind IMAGES = new ImageKind();

    @Override
    public String id() {
        return "heatmap";
    }

    @Override
    public Class<Picture> type() {
        return Picture.class;
    }

    @Override
    public Picture decode(Port port, Raw raw) {
        return IMAGES.decode(port, raw);
    }

    @Override
    public JsonNode encode(Port port, Picture value) {
        return IMAGES.encode(port, value);
    }

    @Override
    public List<Problem> check(Port port, Picture value) {
        return value.channels() == 1
                ? IMAGES.check(port, value)
                : List.of(
                        Problem.at(
                                port.name(),
                                "heatmap_value",
                                "'%s' is a picture with colours; give a grey one."
                                        .formatted(port.label())));
    }

    @Override
    public ObjectNode schema(Port port) {
        return IMAGES.schema(port)
                .put(
                        "description",
                        "A grey picture as a data URI or base64 text; black is the least, white the"
                                + " greatest number.");
    }

    @Override
    public Picture example(Port port) {
        return IMAGES.example(port);
    }

    @Override
    public String text(Port port, Picture value) {
        return "heat map, %d × %d".formatted(value.width(), value.height());
    }

    @Override
    public Optional<Media> media(Port port, Picture value) {
        return IMAGES.media(port, value);
    }

    @Override
    public Optional<String> differs(Port port, JsonNode expected, Picture value, double tolerance) {
        return IMAGES.differs(port, expected, value, tolerance);
    }

    @Override
    public List<String> accepts() {
        return IMAGES.accepts();
    }

    @Override
    public long weight(Picture value) {
        return IMAGES.weight(value);
    }

    @Override
    public List<String> limits() {
        return IMAGES.limits();
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        all.putObject("over")
                .put("type", "string")
                .put(
                        "description",
                        "The input whose picture the map lies on; the only one where nothing is"
                                + " said.");
        return all;
    }

    /// The input whose picture the map lies on; empty where the port names none.
    public static Optional<String> over(Port port) {
        return port.option("over", String.class);
    }
}
