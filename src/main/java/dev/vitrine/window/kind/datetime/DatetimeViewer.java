package dev.vitrine.window.kind.datetime;

import dev.vitrine.kind.datetime.DatetimeKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.time.temporal.Temporal;

/// The date and time as the reader's country writes them and in the reader's zone; copied as RFC
/// 3339 does.
final class DatetimeViewer extends PortViewer<Temporal> {
    private static final DatetimeKind KIND = new DatetimeKind();

    private final Here here;
    private final Label words = new Label();

    DatetimeViewer(Port port, Desktop desktop, Here here) {
        super(port, desktop);
        this.here = here;
        words.getStyleClass().addAll("kind-datetime", "large-answer", "datetime-answer");
        words.setMaxWidth(Double.MAX_VALUE);
        copies("Copy", value -> KIND.text(port, value));
        show(null);
    }

    @Override
    public Node node() {
        return words;
    }

    @Override
    protected void render(@Nullable Temporal before, @Nullable Temporal value) {
        words.setText(value == null ? "–" : here.words(value));
        words.setTooltip(value == null ? null : new Tooltip(KIND.text(port(), value)));
        caption(value instanceof OffsetDateTime moment ? here.offset(moment) : "");
    }
}
