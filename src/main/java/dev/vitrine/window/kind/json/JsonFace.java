package dev.vitrine.window.kind.json;

import dev.vitrine.kind.json.JsonKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.JsonArea;
import dev.vitrine.window.kind.Viewer;

import tools.jackson.databind.JsonNode;

/// JSON: a tree to fold, and an area to type it in.
public final class JsonFace implements Face<JsonNode> {
    @Override
    public String kind() {
        return "json";
    }

    @Override
    public Editor<JsonNode> editor(Port port, Desktop desktop) {
        return new JsonArea<>(new JsonKind(), port, 8, JsonKind::pretty);
    }

    @Override
    public Viewer<JsonNode> viewer(Port port, Desktop desktop) {
        return new JsonViewer(port, desktop);
    }
}
