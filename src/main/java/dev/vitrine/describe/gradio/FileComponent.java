package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A file: sent to `/gradio_api/upload` before, and fetched from `/gradio_api/file=` after.
///
/// @param name what Gradio calls it
record FileComponent(String name) implements Component {
    static final FileComponent IMAGE = new FileComponent("Image");
    static final FileComponent AUDIO = new FileComponent("Audio");

    /// What clients know a file's JSON by.
    static final String META = "gradio.FileData";

    /// Gradio's `FileData`.
    ///
    /// @param path where the server has it
    static ObjectNode data(String path) {
        ObjectNode data =
                Json.object()
                        .put("path", path)
                        .putNull("url")
                        .putNull("size")
                        .putNull("orig_name")
                        .putNull("mime_type")
                        .put("is_stream", false);
        data.putObject("meta").put("_type", META);
        return data;
    }

    @Override
    public ObjectNode schema(Port port) {
        return schema();
    }

    /// The JSON Schema of `FileData`; clients take a value for a file where `meta` has this
    /// default.
    static ObjectNode schema() {
        ObjectNode schema = Json.object().put("title", "FileData").put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("path").put("type", "string");
        for (String text : new String[] {"url", "orig_name", "mime_type"}) {
            nullable(properties.putObject(text), "string");
        }
        nullable(properties.putObject("size"), "integer");
        properties.putObject("is_stream").put("type", "boolean");
        ObjectNode meta = properties.putObject("meta").put("type", "object");
        meta.putObject("properties").putObject("_type").put("const", META);
        meta.putObject("default").put("_type", META);
        schema.putArray("required").add("path");
        return schema;
    }

    private static void nullable(ObjectNode property, String type) {
        var forms = property.putArray("anyOf");
        forms.addObject().put("type", type);
        forms.addObject().put("type", "null");
    }

    @Override
    public String pythonType(Port port) {
        return "filepath";
    }

    /// A file that the client has to send first, called after its port.
    @Override
    public JsonNode example(Port port) {
        return data(fileName(port)).put("orig_name", fileName(port));
    }

    @Override
    public Raw decode(Port port, JsonNode given, Files files) {
        return files.find(port, given);
    }

    @Override
    public JsonNode encode(Port port, Object value, Scene scene) {
        Media kind = sample(port);
        return scene.files()
                .offer(
                        port.name() + "." + kind.extension(),
                        kind.mediaType(),
                        Kinds.weight(port, value),
                        () -> Kinds.media(port, value).orElseThrow().bytes());
    }

    private static String fileName(Port port) {
        return port.name() + "." + sample(port).extension();
    }

    private static Media sample(Port port) {
        return Kinds.media(port, Kinds.of(port).example(port)).orElseThrow();
    }
}
