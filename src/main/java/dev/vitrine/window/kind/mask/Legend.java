package dev.vitrine.window.kind.mask;

import dev.vitrine.kind.Score;
import dev.vitrine.kind.mask.Mask;
import dev.vitrine.kind.mask.MaskKind;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.boxes.Colours;

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

import java.util.stream.Collectors;

/// The segments as rows of colour, name, share of the picture and score, for the eye, the keyboard,
/// screen readers and a spreadsheet.
final class Legend extends ListView<Mask.Segment> {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    Legend(Colours colours, Runnable copied) {
        getStyleClass().addAll("box-list", "mask-legend");
        setCellFactory(list -> new Row(colours));
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

    /// A number of segments, such as `1 segment`.
    static String count(Mask mask) {
        int n = mask.segments().size();
        return n == 0 ? "nothing found" : NumberText.counted(n, "segment");
    }

    /// The rows as a spreadsheet takes them.
    static String table(Mask mask) {
        return mask.segments().stream()
                .map(s ->
                        "%s\t%s\t%s\t%s"
                                .formatted(
                                        s.label(),
                                        Score.plain(s.confidence()),
                                        s.area().size(),
                                        s.area().part()))
                .collect(Collectors.joining("\n", "label\tscore\tpixels\tshare\n", ""));
    }

    private static final class Row extends ListCell<Mask.Segment> {
        private final Colours colours;
        private final Region mark = new Region();
        private final Label name = new Label();
        private final Label share = new Label();
        private final Label score = new Label();
        private final HBox row;

        Row(Colours colours) {
            this.colours = colours;
            name.getStyleClass().add("box-name");
            share.getStyleClass().add("box-place");
            score.getStyleClass().add("box-score");
            name.setMaxWidth(Double.MAX_VALUE);
            share.setMinWidth(Region.USE_PREF_SIZE);
            score.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(name, Priority.ALWAYS);
            row = new HBox(mark, name, share, score);
            row.getStyleClass().add("box-row");
            row.setAlignment(Pos.CENTER_LEFT);
            // Rows are as wide as the list, whatever their words would like.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Mask.@Nullable Segment segment, boolean empty) {
            super.updateItem(segment, empty);
            if (empty || segment == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            mark.getStyleClass().setAll("box-mark", colours.style(segment.label()));
            name.setText(segment.label());
            share.setText(MaskKind.share(segment));
            score.setText(Score.words(segment.confidence()));
            score.setManaged(segment.confidence().isPresent());
            setAccessibleText(
                    "%s, %s of the picture".formatted(segment.label(), MaskKind.share(segment)));
            setGraphic(row);
        }
    }
}
