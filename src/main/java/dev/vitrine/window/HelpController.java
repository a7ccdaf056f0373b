package dev.vitrine.window;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/// The sheet of all keys, rendered from the list of actions.
final class HelpController {
    private final Runnable putAway;

    @FXML private HBox columns;
    @FXML private Button close;

    HelpController(Runnable putAway) {
        this.putAway = putAway;
    }

    Parent view() {
        return Fxml.load("help.fxml", this);
    }

    @FXML
    private void initialize() {
        for (Action.Group group : Action.Group.values()) {
            columns.getChildren().add(table(group));
        }
    }

    @FXML
    private void close() {
        putAway.run();
    }

    /// Takes the keyboard.
    void focus() {
        close.requestFocus();
    }

    private static GridPane table(Action.Group group) {
        GridPane table = new GridPane();
        table.getStyleClass().add("help-table");
        Label head = new Label(group.title());
        head.getStyleClass().add("section");
        table.add(head, 0, 0, 2, 1);
        int[] row = {1};
        Action.of(group)
                .forEach(action -> {
                    Label keys = new Label(action.text());
                    keys.getStyleClass().add("help-keys");
                    keys.setMinWidth(Label.USE_PREF_SIZE);
                    Label what = new Label(action.what());
                    what.setWrapText(true);
                    table.addRow(row[0]++, keys, what);
                });
        return table;
    }
}
