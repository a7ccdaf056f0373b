package dev.vitrine.window.kind.boxes;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The boxes as rows of name, place and score, for the keyboard, for screen readers and for a
/// spreadsheet.
final class BoxList extends ListView<Box> {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    BoxList(Look look, Runnable copied) {
        getStyleClass().add("box-list");
        setCellFactory(list -> new Row(look));
        setPlaceholder(new Label());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (COPY.match(e)) {
                        copied.run();
                        e.consume();
                    }
                });
    }

    /// The rows as a spreadsheet takes them, under the words of the JSON.
    static String table(Boxes boxes) {
        return boxes.boxes().stream()
                .map(b ->
                        "%s\t%s\t%s\t%s\t%s\t%s"
                                .formatted(
                                        b.label(),
                                        words(b.confidence()),
                                        b.x(),
                                        b.y(),
                                        b.width(),
                                        b.height()))
                .collect(Collectors.joining("\n", "label\tscore\tx\ty\twidth\theight\n", ""));
    }

    private static String words(OptionalDouble score) {
        return score.isPresent() ? Double.toString(score.getAsDouble()) : "";
    }

    private static final class Row extends ListCell<Box> {
        private final Look look;
        private final Region mark = new Region();
        private final Label name = new Label();
        private final Label place = new Label();
        private final Label score = new Label();
        private final HBox row;

        Row(Look look) {
            this.look = look;
            name.getStyleClass().add("box-name");
            place.getStyleClass().add("box-place");
            score.getStyleClass().add("box-score");
            name.setMaxWidth(Double.MAX_VALUE);
            place.setMinWidth(Region.USE_PREF_SIZE);
            score.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(name, Priority.ALWAYS);
            row = new HBox(mark, name, place, score);
            row.getStyleClass().add("box-row");
            row.setAlignment(Pos.CENTER_LEFT);
            // Rows are as wide as the list, whatever their words would like.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Box box, boolean empty) {
            super.updateItem(box, empty);
            if (empty || box == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            mark.getStyleClass().setAll("box-mark", look.colours().style(box.label()));
            name.setText(box.label());
            place.setText(look.place(box));
            score.setText(box.scoreWords());
            setAccessibleText("%s, at %s".formatted(look.name(box), look.place(box)));
            setGraphic(row);
        }
    }
}
