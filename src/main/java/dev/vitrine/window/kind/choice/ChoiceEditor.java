package dev.vitrine.window.kind.choice;

import dev.vitrine.kind.choice.ChoiceKind;
import dev.vitrine.kind.choice.Choices;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.choice.Picker.Item;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One of the port's choices, picked from segments, radio buttons or a menu.
final class ChoiceEditor extends PortEditor<Object> {
    private final List<Item> items;
    private final Picker picker;

    ChoiceEditor(Port port) {
        super(new ChoiceKind(), port);
        items = Picker.items(port);
        picker = Picker.of(port, items, this::picked);
        set(held().standard());
    }

    @Override
    public Node node() {
        return picker.node();
    }

    @Override
    public void set(@Nullable Object value) {
        quietly(() -> picker.show(item(value)));
        held().put(value);
    }

    @Override
    public Node focus() {
        return picker.focus();
    }

    private void picked(Item item) {
        if (!isQuiet()) {
            held().put(item.value());
        }
    }

    private @Nullable Item item(@Nullable Object value) {
        Object choice = value == null ? null : Choices.of(port()).find(value).orElse(null);
        return items.stream()
                .filter(item ->
                        value == null
                                ? item.value() == null
                                : choice != null && choice.equals(item.value()))
                .findFirst()
                .orElse(null);
    }
}
