package dev.vitrine.window.kind.number;

import dev.vitrine.kind.number.NumberKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

/// A number in large figures with its unit; the exact one is its tooltip and what Copy copies.
public final class NumberViewer extends PortViewer<Double> {
    /// What stands where there is no number yet.
    private static final String NONE = "–";

    private final Label figures = new Label();
    private final Label unit = new Label();
    private final HBox node = new HBox(figures, unit);

    public NumberViewer(Port port, Desktop desktop) {
        super(port, desktop);
        node.getStyleClass().addAll("kind-number", "number-answer");
        figures.getStyleClass().add("number-large");
        unit.getStyleClass().add("unit");
        unit.setText(port.option("unit", String.class).orElse(""));
        copies("Copy", NumberKind::plain);
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    protected void render(@Nullable Double before, @Nullable Double value) {
        figures.setText(
                value == null ? NONE : NumberText.grouped(NumberKind.rounded(port(), value)));
        figures.setTooltip(value == null ? null : new Tooltip(NumberKind.plain(value)));
        unit.setVisible(value != null);
    }
}
