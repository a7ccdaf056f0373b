package dev.vitrine.window.kind.tensor;

import dev.vitrine.window.kind.NumberText;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;

import java.util.function.IntConsumer;

/// Which of several is shown: a number to step or type, counted from 1, and how many there are.
/// Where there is only one, there is nothing to see.
public final class Pager {
    private final IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(1, 1);
    private final Spinner<Integer> spinner = new Spinner<>(values);
    private final Label count = new Label();
    private final HBox node = new HBox(spinner, count);
    private boolean quiet;

    /// @param name what there are several of, for screen readers
    /// @param chosen gets the index of the one to show, counted from 0
    public Pager(String name, IntConsumer chosen) {
        spinner.setEditable(true);
        spinner.getStyleClass().add("pager");
        spinner.setAccessibleText(name);
        count.getStyleClass().add("statistic-name");
        node.getStyleClass().add("statistics");
        node.setAlignment(Pos.CENTER_LEFT);
        node.managedProperty().bind(node.visibleProperty());
        values.setWrapAround(true);
        values.valueProperty()
                .subscribe((before, value) -> {
                    if (!quiet && value != null) {
                        chosen.accept(value - 1);
                    }
                });
        begin(0);
    }

    public Node node() {
        return node;
    }

    /// Begins at the first of as many.
    public void begin(long many) {
        quiet = true;
        values.setMax((int) Math.max(1, Math.min(many, Integer.MAX_VALUE)));
        values.setValue(1);
        quiet = false;
        count.setText("of " + NumberText.grouped(many));
        node.setVisible(many > 1);
    }
}
