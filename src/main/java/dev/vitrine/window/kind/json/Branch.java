package dev.vitrine.window.kind.json;

import dev.vitrine.window.kind.NumberText;

import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One value of a tree, whose children are made when somebody asks for them.
final class Branch extends TreeItem<String> {
    /// More children of one value are not listed; the file has them all.
    private static final int MOST = 10_000;

    /// Characters of a text that a row shows.
    private static final int LONG = 500;

    private final JsonNode node;
    private boolean made;

    /// @param name the key or the number that it has; empty for the whole
    Branch(String name, JsonNode node) {
        super((name.isEmpty() ? "" : name + ": ") + words(node));
        this.node = node;
    }

    @Override
    public boolean isLeaf() {
        return !node.isContainer() || node.isEmpty();
    }

    @Override
    public ObservableList<TreeItem<String>> getChildren() {
        ObservableList<TreeItem<String>> children = super.getChildren();
        if (!made) {
            made = true;
            children.setAll(branches());
        }
        return children;
    }

    private List<TreeItem<String>> branches() {
        List<TreeItem<String>> all = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < Math.min(MOST, node.size()); i++) {
                all.add(new Branch(Integer.toString(i), node.get(i)));
            }
        } else {
            for (Map.Entry<String, JsonNode> one : node.properties()) {
                if (all.size() < MOST) {
                    all.add(new Branch(one.getKey(), one.getValue()));
                }
            }
        }
        if (node.size() > MOST) {
            all.add(new TreeItem<>("… and %d more".formatted(node.size() - MOST)));
        }
        return all;
    }

    private static String words(JsonNode node) {
        if (node.isContainer()) {
            return node.isEmpty() ? node.toString() : size(node);
        }
        String text = node.toString();
        return text.length() <= LONG ? text : text.substring(0, LONG) + "…";
    }

    /// What is in a value, such as `3 items`; nothing for one that holds none.
    static String size(JsonNode node) {
        return node.isContainer()
                ? NumberText.counted(node.size(), node.isArray() ? "item" : "key")
                : "";
    }
}
