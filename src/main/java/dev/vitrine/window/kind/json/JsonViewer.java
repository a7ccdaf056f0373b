package dev.vitrine.window.kind.json;

import dev.vitrine.kind.json.JsonKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.control.TreeView;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;

/// A tree whose branches are made when they are unfolded, so that megabytes open at once.
final class JsonViewer extends PortViewer<JsonNode> {
    private final TreeView<String> tree = new TreeView<>();

    JsonViewer(Port port, Desktop desktop) {
        super(port, desktop);
        tree.getStyleClass().addAll("kind-json", "json-tree", "mono");
        tree.setAccessibleText(port.label());
        copiesLong("Copy", JsonKind::pretty);
        saves(
                "Save the JSON",
                "json",
                value -> JsonKind.pretty(value).getBytes(StandardCharsets.UTF_8));
        show(null);
    }

    @Override
    public Node node() {
        return tree;
    }

    @Override
    protected void render(@Nullable JsonNode before, @Nullable JsonNode value) {
        if (value == null) {
            tree.setRoot(null);
            caption("");
            return;
        }
        Branch root = new Branch("", value);
        root.setExpanded(true);
        tree.setRoot(root);
        tree.setShowRoot(!value.isContainer() || value.isEmpty());
        caption(Branch.size(value));
    }
}
