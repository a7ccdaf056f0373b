package dev.vitrine.window.kind.code;

import dev.vitrine.kind.code.Language.Piece;

import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// One line with its number.
final class CodeCell extends ListCell<List<Piece>> {
    private final Label number = new Label();
    private final TextFlow words = new TextFlow();
    private final HBox row = new HBox(number, words);

    CodeCell() {
        getStyleClass().add("code-line");
        number.getStyleClass().add("code-number");
        row.getStyleClass().add("code-row");
        // code is written from left to right in every country
        row.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    }

    @Override
    protected void updateItem(@Nullable List<Piece> line, boolean empty) {
        super.updateItem(line, empty);
        if (line == null || empty) {
            setGraphic(null);
            return;
        }
        number.setText(String.valueOf(getIndex() + 1));
        words.getChildren().setAll(line.stream().map(CodeCell::text).toList());
        setGraphic(row);
    }

    private static Text text(Piece piece) {
        Text text = new Text(piece.text().replace("\t", "    "));
        text.getStyleClass().addAll("code-text", piece.part().name().toLowerCase(Locale.ROOT));
        return text;
    }
}
