package dev.vitrine.window.kind.colour;

import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

/// A patch of the colour with its digits behind it.
final class ColourViewer extends PortViewer<String> {
    private static final double SIDE = 28;

    private final Rectangle patch = new Rectangle(SIDE, SIDE);
    private final Label digits = new Label();

    ColourViewer(Port port, Desktop desktop) {
        super(port, desktop);
        patch.getStyleClass().add("colour-patch");
        digits.getStyleClass().addAll("kind-colour", "colour-answer", "large-answer");
        digits.setMaxWidth(Double.MAX_VALUE);
        copies("Copy", value -> value);
        show(null);
    }

    @Override
    public Node node() {
        return digits;
    }

    @Override
    protected void render(@Nullable String before, @Nullable String value) {
        digits.setText(value == null ? "–" : value);
        digits.setGraphic(value == null ? null : patch);
        if (value != null) {
            patch.setFill(Color.web(value));
        }
    }
}
