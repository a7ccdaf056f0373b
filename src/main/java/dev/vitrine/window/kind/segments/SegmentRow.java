package dev.vitrine.window.kind.segments;

import dev.vitrine.kind.Score;
import dev.vitrine.kind.audio.Clock;
import dev.vitrine.kind.segments.Segment;
import dev.vitrine.kind.segments.SegmentsKind;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One part as a row of name, place, length and score.
final class SegmentRow extends ListCell<Segment> {
    private final Label name = new Label();
    private final Label place = new Label();
    private final Label length = new Label();
    private final Label score = new Label();
    private final HBox row = new HBox(name, place, length, score);

    SegmentRow() {
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        place.getStyleClass().add("segment-place");
        length.getStyleClass().add("segment-place");
        score.getStyleClass().add("segment-score");
        for (Label figure : List.of(place, length, score)) {
            figure.setMinWidth(Region.USE_PREF_SIZE);
        }
        row.getStyleClass().add("segment-row");
        row.setAlignment(Pos.CENTER_LEFT);
        // Rows are as wide as the list, whatever their words would like.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Segment part, boolean empty) {
        super.updateItem(part, empty);
        if (empty || part == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(part.label());
        place.setText(SegmentsKind.place(part));
        length.setText(Clock.of(part.end() - part.start()));
        score.setText(Score.words(part.confidence()));
        setAccessibleText("%s, %s".formatted(part.label(), SegmentsKind.place(part)));
        setGraphic(row);
    }
}
