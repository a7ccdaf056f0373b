package dev.vitrine.window.kind.tags;

import dev.vitrine.kind.tags.Offered;
import dev.vitrine.kind.tags.Tags;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A box to check for each choice, as many in a row as there is room for.
final class CheckBoxes implements TagPicker {
    private final Map<String, CheckBox> boxes = new LinkedHashMap<>();
    private final FlowPane node = new FlowPane();
    private Tags shown = Tags.NONE;

    CheckBoxes(String label, Offered offered, Change change) {
        node.getStyleClass().addAll("kind-tags", "check-boxes");
        for (String tag : offered.all()) {
            String name = offered.name(tag);
            CheckBox box = new CheckBox(name);
            box.setMnemonicParsing(false);
            box.setAccessibleText(label + ", " + name);
            box.setTooltip(new Tooltip(name));
            box.maxWidthProperty().bind(node.widthProperty());
            box.setOnAction(e -> {
                if (box.isSelected()) {
                    change.of(List.of(tag), -1);
                } else {
                    change.of(List.of(), shown.all().indexOf(tag));
                }
            });
            boxes.put(tag, box);
        }
        node.getChildren().setAll(boxes.values());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focus() {
        return boxes.values().iterator().next();
    }

    @Override
    public void show(Tags tags) {
        shown = tags;
        boxes.forEach((tag, box) -> box.setSelected(tags.all().contains(tag)));
    }
}
