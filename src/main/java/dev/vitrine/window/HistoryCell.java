package dev.vitrine.window;

import dev.vitrine.window.kind.Tools;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

/// One past run: when, where from, what went in and came out, and how long it took.
final class HistoryCell extends ListCell<PastRun> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    /// Percent of the room for values that inputs have; answers are read more often.
    private static final double INPUTS = 40;

    private final HistoryViewModel history;
    private final Label time = label("history-time");
    private final Label origin = label("history-origin");
    private final Label inputs = label("history-inputs");
    private final Label arrow = label("history-arrow");
    private final Label outputs = label("history-outputs");
    private final Label took = label("history-took");
    private final HBox row;

    HistoryCell(HistoryViewModel history) {
        this.history = history;
        getStyleClass().add("history-cell");
        arrow.setText("→");
        Button use = Tools.button("Use inputs", this::use);
        // The list itself has the keyboard; Shift and Enter do the same there.
        use.setFocusTraversable(false);
        use.getStyleClass().add("history-use");
        for (Label fixed : new Label[] {time, origin, arrow, took}) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        use.setMinWidth(USE_PREF_SIZE);
        GridPane values = values();
        HBox.setHgrow(values, Priority.ALWAYS);
        row = new HBox(time, origin, values, use, took);
        row.getStyleClass().add("history-row");
        row.setMinWidth(0);
        values.setMinWidth(0);
        row.prefWidthProperty().bind(widthProperty().map(w -> w.doubleValue() - 1));
        setPrefWidth(0);
        setOnMouseClicked(e -> show());
    }

    @Override
    protected void updateItem(@Nullable PastRun item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            pseudoClassStateChanged(FAILED, false);
            return;
        }
        time.setText(item.time());
        origin.setText(item.origin());
        inputs.setText(item.inputs());
        outputs.setText(item.outputs());
        took.setText(item.took());
        pseudoClassStateChanged(FAILED, item.failed());
        setTooltip(new Tooltip(item.inputs() + "\n→ " + item.outputs()));
        setAccessibleText(item.words());
        setGraphic(row);
    }

    private void show() {
        if (getItem() != null) {
            history.show(getItem());
        }
    }

    private void use() {
        if (getItem() != null) {
            history.use(getItem());
        }
    }

    /// What went in and what came out, in columns that stand at the same place in every row.
    private GridPane values() {
        ColumnConstraints in = new ColumnConstraints();
        in.setPercentWidth(INPUTS);
        ColumnConstraints out = new ColumnConstraints(0, USE_COMPUTED_SIZE, Double.MAX_VALUE);
        out.setHgrow(Priority.ALWAYS);
        GridPane values = new GridPane();
        values.getStyleClass().add("history-values");
        values.getColumnConstraints().setAll(in, new ColumnConstraints(), out);
        values.addRow(0, inputs, arrow, outputs);
        inputs.setMinWidth(0);
        outputs.setMinWidth(0);
        return values;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }
}
