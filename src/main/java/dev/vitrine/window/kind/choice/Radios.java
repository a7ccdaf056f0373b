package dev.vitrine.window.kind.choice;

import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.FlowPane;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// Radio buttons, as many in a row as there is room for.
final class Radios implements Picker {
    private final Buttons buttons;
    private final FlowPane node = new FlowPane();

    Radios(String name, List<Item> items, Consumer<Item> picked) {
        buttons = new Buttons(name, items, RadioButton::new, picked);
        node.getStyleClass().addAll("kind-choice", "radios");
        node.getChildren().setAll(buttons.all());
        buttons.all().forEach(one -> one.maxWidthProperty().bind(node.widthProperty()));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focus() {
        return buttons.focus();
    }

    @Override
    public void show(@Nullable Item item) {
        buttons.show(item);
    }
}
