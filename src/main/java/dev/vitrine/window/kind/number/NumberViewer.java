package dev.vitrine.window.kind.number;

import dev.vitrine.kind.number.NumberKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.Tools;
import dev.vitrine.window.kind.Viewer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A number in large figures with its unit; the exact one is its tooltip and what Copy copies.
public final class NumberViewer implements Viewer<Double> {
    /// What stands where there is no number yet.
    private static final String NONE = "–";

    private final Label figures = new Label();
    private final Label unit = new Label();
    private final HBox node = new HBox(figures, unit);
    private final Button copy;
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable Double shown;

    public NumberViewer(Port port, Desktop desktop) {
        node.getStyleClass().addAll("kind-number", "number-answer");
        figures.getStyleClass().add("number-large");
        unit.getStyleClass().add("unit");
        unit.setText(port.option("unit", String.class).orElse(""));
        copy = Tools.button("Copy", () -> copy(desktop));
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Node> tools() {
        return List.of(copy);
    }

    @Override
    public ReadOnlyStringProperty captionProperty() {
        return caption.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public void show(@Nullable Double value) {
        shown = value;
        figures.setText(value == null ? NONE : NumberText.grouped(value));
        figures.setTooltip(value == null ? null : new Tooltip(NumberKind.plain(value)));
        unit.setVisible(value != null);
        copy.setDisable(value == null);
    }

    @Override
    public void close() {
        show(null);
    }

    private void copy(Desktop desktop) {
        if (shown != null) {
            desktop.copy(NumberKind.plain(shown));
            Tools.confirm(copy, "Copied");
        }
    }
}
