package dev.vitrine.window.kind.choice;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;

import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// A row of segments; where it is short of room their names are cut, and have tooltips.
final class Segments implements Picker {
    private final Buttons buttons;
    private final SegmentedButton node = new SegmentedButton();

    Segments(String name, List<Item> items, Consumer<Item> picked) {
        buttons = new Buttons(name, items, ToggleButton::new, picked);
        node.setToggleGroup(null);
        node.getButtons().setAll(buttons.all());
        node.getStyleClass().addAll("kind-choice", "choices", "segments");
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
