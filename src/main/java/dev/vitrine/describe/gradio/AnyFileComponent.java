package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.file.Attachment;
import dev.vitrine.kind.file.FileKind;
import dev.vitrine.signature.Port;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A file of any type, offered under its own name.
record AnyFileComponent() implements Component {
    private static final FileComponent FILE = new FileComponent("File");
    private static final FileKind KIND = new FileKind();

    @Override
    public String name() {
        return FILE.name();
    }

    @Override
    public ObjectNode schema(Port port) {
        return FILE.schema(port);
    }

    @Override
    public String pythonType(Port port) {
        return FILE.pythonType(port);
    }

    @Override
    public JsonNode example(Port port) {
        String name = KIND.example(port).name();
        return FileComponent.data(name).put("orig_name", name);
    }

    @Override
    public Raw decode(Port port, JsonNode given, Files files) {
        return FILE.decode(port, given, files);
    }

    @Override
    public JsonNode encode(Port port, Object value, Scene scene) {
        Attachment file = (Attachment) value;
        return scene.files()
                .offer(file.name(), file.mediaType(), Kinds.weight(port, value), file::bytes);
    }
}
