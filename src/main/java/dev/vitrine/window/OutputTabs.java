package dev.vitrine.window;

import dev.vitrine.window.kind.Tools;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.controlsfx.control.SegmentedButton;

import java.util.List;
import java.util.function.IntConsumer;

/// A row of tabs, one for each output, of which one is chosen; more words may stand at its end.
final class OutputTabs extends HBox {
    /// @param labels of the outputs
    /// @param chosen told which was chosen, from 0
    OutputTabs(List<String> labels, IntConsumer chosen) {
        getStyleClass().add("output-tabs");
        SegmentedButton row = new SegmentedButton();
        row.getStyleClass().add("segments");
        for (int i = 0; i < labels.size(); i++) {
            int mine = i;
            ToggleButton tab = Tools.toggle(labels.get(i));
            tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
            tab.setSelected(i == 0);
            tab.setOnAction(e -> {
                // the one that is chosen stays so
                tab.setSelected(true);
                chosen.accept(mine);
            });
            row.getButtons().add(tab);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row.setMinWidth(0);
        getChildren().addAll(row, space);
    }
}
