package dev.vitrine.window.kind.json;

import dev.vitrine.kind.json.JsonKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;

import javafx.scene.Node;
import javafx.scene.control.TextArea;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// JSON as it is typed.
final class JsonEditor extends PortEditor<JsonNode> {
    /// Characters that the area shows without delay.
    private static final int FEW = 50_000;

    private static final JsonKind KIND = new JsonKind();

    private final TextArea area = new TextArea();

    JsonEditor(Port port) {
        super(KIND, port);
        area.getStyleClass().addAll("kind-json", "mono");
        area.setPrefRowCount(8);
        area.setWrapText(true);
        area.setAccessibleText(port.label());
        area.textProperty().subscribe(this::typed);
        set(held().standard());
    }

    @Override
    public Node node() {
        return area;
    }

    @Override
    public void set(@Nullable JsonNode value) {
        String json = value == null ? "" : JsonKind.pretty(value);
        boolean few = json.length() <= FEW;
        quietly(() -> area.setText(few ? json : ""));
        area.setPromptText(
                few ? KIND.example(port()).toString() : "Too long to show; type to replace it");
        held().put(value);
    }

    @Override
    public Node focus() {
        return area;
    }
}
