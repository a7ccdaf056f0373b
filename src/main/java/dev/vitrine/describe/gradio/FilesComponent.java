package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.files.FileList;
import dev.vitrine.kind.files.FilesKind;
import dev.vitrine.signature.Port;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/// Several files, or those of a folder: a list of `FileData`.
record FilesComponent() implements Component {
    private static final FilesKind KIND = new FilesKind();

    @Override
    public String name() {
        return "File";
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("title", "ListFiles").put("type", "array");
        schema.set("items", FileComponent.schema());
        return schema;
    }

    @Override
    public String pythonType(Port port) {
        return "list[filepath]";
    }

    @Override
    public JsonNode example(Port port) {
        ArrayNode all = Json.array();
        for (FileList.Item item : KIND.example(port).items()) {
            String name = item.file().name();
            all.add(FileComponent.data(name).put("orig_name", name));
        }
        return all;
    }

    @Override
    public Raw decode(Port port, JsonNode given, Files files) {
        if (!given.isArray()) {
            return new Raw.Json(given);
        }
        List<Raw> all = new ArrayList<>();
        given.forEach(one -> all.add(files.find(port, one)));
        return KIND.together(all);
    }

    @Override
    public JsonNode encode(Port port, Object value, Scene scene) {
        ArrayNode all = Json.array();
        for (FileList.Item item : ((FileList) value).items()) {
            all.add(
                    scene.files()
                            .offer(
                                    item.path(),
                                    item.file().mediaType(),
                                    item.file().bytes().length,
                                    item.file()::bytes));
        }
        return all;
    }
}
