package dev.vitrine.window;

import dev.vitrine.window.kind.NumberText;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/// The list of past runs: binds `history.fxml` to a [HistoryViewModel].
final class HistoryController implements AutoCloseable {
    private static final double ROW = 40;
    private static final int MOST_ROWS = 8;

    private final HistoryViewModel history;

    @FXML private Label count;
    @FXML private Label empty;
    @FXML private ListView<PastRun> list;
    @FXML private Button clear;
    @FXML private Button undo;

    HistoryController(HistoryViewModel history) {
        this.history = history;
    }

    Parent view() {
        return Fxml.load("history.fxml", this);
    }

    @FXML
    private void initialize() {
        var runs = history.runs();
        list.setItems(runs);
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new HistoryCell(history));
        list.prefHeightProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> ROW * Math.min(MOST_ROWS, runs.size()) + 2, runs));
        list.visibleProperty().bind(Bindings.isNotEmpty(runs));
        list.managedProperty().bind(list.visibleProperty());
        list.setOnKeyPressed(this::key);
        empty.visibleProperty().bind(Bindings.isEmpty(runs));
        empty.managedProperty().bind(empty.visibleProperty());
        count.textProperty().bind(Bindings.createStringBinding(() -> words(runs.size()), runs));
        clear.visibleProperty().bind(Bindings.isNotEmpty(runs));
        clear.managedProperty().bind(clear.visibleProperty());
        undo.visibleProperty().bind(history.canUndoProperty());
        undo.managedProperty().bind(undo.visibleProperty());
    }

    @FXML
    private void clear() {
        history.clear();
    }

    @FXML
    private void undo() {
        history.undo();
    }

    @Override
    public void close() {
        history.close();
    }

    private void key(KeyEvent event) {
        @Nullable PastRun chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            if (event.isShiftDown()) {
                history.use(chosen);
            } else {
                history.show(chosen);
            }
            event.consume();
        }
    }

    private static String words(int runs) {
        return NumberText.counted(runs, "run");
    }
}
