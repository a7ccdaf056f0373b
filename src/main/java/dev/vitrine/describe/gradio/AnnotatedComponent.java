package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Score;
import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.kind.mask.Mask;
import dev.vitrine.signature.Port;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/// What was found in a picture: the picture, and a mask with a label for each find.
///
/// Gradio sends boxes as masks too. The box itself, its score and its points stand beside each
/// mask, where Gradio has nothing and its clients pass on what they do not know. A mask is drawn
/// when somebody fetches it.
record AnnotatedComponent() implements Component {
    /// The option of a port that names the input whose picture was looked at.
    private static final String OVER = "over";

    /// What a mask that nobody has drawn yet holds in memory.
    private static final long LITTLE = 256;

    @Override
    public String name() {
        return "Annotatedimage";
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.set("image", FileComponent.schema());
        ObjectNode one =
                properties
                        .putObject("annotations")
                        .put("type", "array")
                        .putObject("items")
                        .put("type", "object");
        ObjectNode of = one.putObject("properties");
        of.set("image", FileComponent.schema());
        of.putObject("label").put("type", "string");
        return schema;
    }

    @Override
    public String pythonType(Port port) {
        return "dict(image: filepath, annotations: list[dict(image: filepath, label: str)])";
    }

    @Override
    public JsonNode encode(Port port, Object value, Scene scene) {
        Optional<Port> under = under(port, scene);
        Optional<Picture> picture =
                under.flatMap(p -> scene.inputs().find(p.name()))
                        .filter(Picture.class::isInstance)
                        .map(Picture.class::cast);
        ObjectNode all = Json.object();
        if (picture.isPresent()) {
            all.set("image", FileComponent.IMAGE.encode(under.get(), picture.get(), scene));
        } else {
            all.putNull("image");
        }
        ArrayNode annotations = all.putArray("annotations");
        JsonNode own = Kinds.encode(port, value);
        switch (value) {
            case Boxes boxes -> boxes(boxes, own, picture, scene, annotations);
            case Mask mask -> mask(mask, scene, annotations);
            default -> throw new IllegalStateException("No find is a " + value.getClass());
        }
        return all;
    }

    private static void boxes(
            Boxes boxes, JsonNode own, Optional<Picture> under, Scene scene, ArrayNode to) {
        for (int i = 0; i < boxes.boxes().size(); i++) {
            Box box = boxes.boxes().get(i);
            ObjectNode one = to.addObject();
            if (under.isPresent()) {
                int width = under.get().width();
                int height = under.get().height();
                one.set("image", image(scene, () -> drawn(box, width, height)));
            } else {
                one.putNull("image");
            }
            one.setAll((ObjectNode) own.path("boxes").path(i));
        }
    }

    private static void mask(Mask mask, Scene scene, ArrayNode to) {
        for (Mask.Segment segment : mask.segments()) {
            ObjectNode one = to.addObject();
            one.set("image", image(scene, () -> segment.area().picture()));
            one.put("label", segment.label());
            Score.put(one, segment.confidence());
        }
    }

    private static ObjectNode image(Scene scene, Supplier<Picture> drawing) {
        return scene.files()
                .offer("mask.png", "image/png", LITTLE, () -> PictureCodec.png(drawing.get()));
    }

    /// A box as a mask: white where it is.
    static Picture drawn(Box box, int width, int height) {
        byte[] samples = new byte[Math.multiplyExact(width, height)];
        int left = Math.clamp(Math.round(box.x()), 0, width);
        int right = Math.clamp(Math.round(box.x() + box.width()), left, width);
        int top = Math.clamp(Math.round(box.y()), 0, height);
        int bottom = Math.clamp(Math.round(box.y() + box.height()), top, height);
        for (int y = top; y < bottom; y++) {
            Arrays.fill(samples, y * width + left, y * width + right, (byte) 255);
        }
        return Picture.of(width, height, 1, samples);
    }

    /// The input that was looked at: the one that the port names, or the only picture.
    private static Optional<Port> under(Port port, Scene scene) {
        var pictures =
                scene.signature().inputs().stream().filter(p -> p.kind().equals("image")).toList();
        return port.option(OVER, String.class)
                .flatMap(scene.signature()::input)
                .or(() ->
                        pictures.size() == 1 ? Optional.of(pictures.getFirst()) : Optional.empty());
    }
}
