package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.gallery.Gallery;
import dev.vitrine.kind.gallery.GalleryKind;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.signature.Port;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// Pictures with captions: a list of `GalleryImage`, each of a `FileData` and a caption or null.
record GalleryComponent() implements Component {
    private static final GalleryKind KIND = new GalleryKind();
    private static final ImageKind IMAGES = new ImageKind();

    @Override
    public String name() {
        return "Gallery";
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "array");
        ObjectNode item = schema.putObject("items").put("type", "object");
        item.put("title", "GalleryImage");
        ObjectNode words = item.putObject("properties");
        words.set(GalleryKind.IMAGE, FileComponent.schema());
        ArrayNode forms = words.putObject(GalleryKind.CAPTION).putArray("anyOf");
        forms.addObject().put("type", "string");
        forms.addObject().put("type", "null");
        item.putArray("required").add(GalleryKind.IMAGE);
        return schema;
    }

    @Override
    public String pythonType(Port port) {
        return "list[dict(image: filepath, caption: str | None)]";
    }

    @Override
    public JsonNode example(Port port) {
        ArrayNode all = Json.array();
        String name = port.name() + ".png";
        ObjectNode one = all.addObject();
        one.set(GalleryKind.IMAGE, FileComponent.data(name).put("orig_name", name));
        one.putNull(GalleryKind.CAPTION);
        return all;
    }

    @Override
    public Raw decode(Port port, JsonNode given, Files files) {
        if (!given.isArray()) {
            return new Raw.Json(given);
        }
        ArrayNode all = Json.array();
        for (JsonNode one : given) {
            all.add(one.path(GalleryKind.IMAGE).isMissingNode() ? one : item(port, one, files));
        }
        return new Raw.Json(all);
    }

    /// The caption is what the client says, and not what it has called the file.
    private static JsonNode item(Port port, JsonNode given, Files files) {
        Raw file = files.find(port, given.path(GalleryKind.IMAGE));
        ObjectNode item = Json.object();
        if (KIND.together(List.of(file)) instanceof Raw.Json(JsonNode one)) {
            item.set(GalleryKind.IMAGE, one.path(0).path(GalleryKind.IMAGE));
        }
        JsonNode caption = given.path(GalleryKind.CAPTION);
        return caption.isMissingNode() || caption.isNull()
                ? item
                : item.set(GalleryKind.CAPTION, caption);
    }

    @Override
    public JsonNode encode(Port port, Object value, Scene scene) {
        ArrayNode all = Json.array();
        for (Gallery.Item item : ((Gallery) value).items()) {
            ObjectNode one = all.addObject();
            one.set(
                    GalleryKind.IMAGE,
                    scene.files()
                            .offer(
                                    "%s-%d.png".formatted(port.name(), all.size()),
                                    "image/png",
                                    IMAGES.weight(item.picture()),
                                    () -> GalleryKind.png(item)));
            if (item.caption().isEmpty()) {
                one.putNull(GalleryKind.CAPTION);
            } else {
                one.put(GalleryKind.CAPTION, item.caption());
            }
        }
        return all;
    }
}
