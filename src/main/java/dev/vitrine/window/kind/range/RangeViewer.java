package dev.vitrine.window.kind.range;

import dev.vitrine.kind.range.Range;
import dev.vitrine.kind.range.RangeKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.control.Label;

import org.jspecify.annotations.Nullable;

/// Both ends, in large.
final class RangeViewer extends PortViewer<Range> {
    private static final RangeKind KIND = new RangeKind();

    private final Label ends = new Label();

    RangeViewer(Port port, Desktop desktop) {
        super(port, desktop);
        ends.getStyleClass().addAll("kind-range", "large-answer");
        ends.setMaxWidth(Double.MAX_VALUE);
        copies("Copy", value -> KIND.text(port, value));
        show(null);
    }

    @Override
    public Node node() {
        return ends;
    }

    @Override
    protected void render(@Nullable Range before, @Nullable Range value) {
        ends.setText(value == null ? "–" : KIND.text(port(), value));
    }
}
