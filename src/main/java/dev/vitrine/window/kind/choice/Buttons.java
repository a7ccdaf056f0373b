package dev.vitrine.window.kind.choice;

import dev.vitrine.window.kind.choice.Picker.Item;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Buttons of which one is in: one stop for the Tab key, between which the arrow keys move.
final class Buttons {
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> all = new ArrayList<>();

    /// @param name of all of them together, for screen readers
    /// @param button makes one for an item's name
    Buttons(
            String name,
            List<Item> items,
            Function<String, ToggleButton> button,
            Consumer<Item> picked) {
        for (Item item : items) {
            ToggleButton one = button.apply(item.name());
            one.setMnemonicParsing(false);
            one.setUserData(item);
            one.setAccessibleText(name + ", " + item.name());
            one.setTooltip(new Tooltip(item.name()));
            one.setToggleGroup(group);
            all.add(one);
        }
        group.selectedToggleProperty()
                .subscribe((was, now) -> {
                    if (now == null && was != null && !clearing) {
                        was.setSelected(true);
                    } else if (now != null
                            && now.getUserData() instanceof Item item
                            && was != now) {
                        picked.accept(item);
                    }
                    stops();
                });
        stops();
    }

    private boolean clearing;

    List<ToggleButton> all() {
        return all;
    }

    void show(@Nullable Item item) {
        clearing = true;
        all.forEach(one -> one.setSelected(item != null && one.getUserData() == item));
        clearing = false;
        stops();
    }

    Node focus() {
        return all.stream().filter(ToggleButton::isSelected).findFirst().orElse(all.getFirst());
    }

    private void stops() {
        Node stop = focus();
        all.forEach(one -> one.setFocusTraversable(one == stop));
    }
}
