package dev.vitrine.window;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import java.util.Locale;
import java.util.function.Supplier;

/// A row of tabs over one body as high as what it shows; a tab's content is made when it is first
/// chosen.
final class Tabs {
    private final ToggleGroup group = new ToggleGroup();
    private final HBox row;
    private final StackPane body;

    Tabs(HBox row, StackPane body) {
        this.row = row;
        this.body = body;
        group.selectedToggleProperty()
                .subscribe((was, now) -> {
                    // One tab is always chosen: a second press on it changes nothing.
                    if (now == null && was != null) {
                        was.setSelected(true);
                    }
                });
    }

    /// Adds a tab; the first is chosen.
    void add(String title, Supplier<Node> content) {
        ToggleButton tab = new ToggleButton(title);
        tab.getStyleClass().setAll("tab-button");
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setId("tab-" + title.toLowerCase(Locale.ROOT));
        tab.setToggleGroup(group);
        tab.selectedProperty()
                .subscribe((was, now) -> {
                    if (now) {
                        body.getChildren().setAll(made(tab, content));
                    }
                });
        row.getChildren().add(tab);
        tab.setTooltip(new Tooltip(title + " (" + Action.TAB.text(row.getChildren().size()) + ")"));
        if (group.getSelectedToggle() == null) {
            tab.setSelected(true);
        }
    }

    /// Chooses the tab at this place, counted from 0.
    ///
    /// @return whether there is one
    boolean choose(int index) {
        if (index >= group.getToggles().size()) {
            return false;
        }
        group.getToggles().get(index).setSelected(true);
        return true;
    }

    /// Chooses the tab of this title.
    ///
    /// @return whether there is one
    boolean choose(String title) {
        return group.getToggles().stream()
                .filter(tab -> tab instanceof ToggleButton button && button.getText().equals(title))
                .findFirst()
                .map(tab -> {
                    tab.setSelected(true);
                    return true;
                })
                .orElse(false);
    }

    private static Node made(ToggleButton tab, Supplier<Node> content) {
        return (Node) tab.getProperties().computeIfAbsent(Tabs.class, k -> content.get());
    }
}
