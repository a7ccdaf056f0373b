package dev.vitrine.window.kind.label;

import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Tools;
import dev.vitrine.window.kind.Viewer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/// The surest class in large, and a bar for each of the first few; the rows stand from the start,
/// so nothing moves when an answer comes.
final class LabelViewer implements Viewer<Label> {
    private final javafx.scene.control.Label top = new javafx.scene.control.Label();
    private final javafx.scene.control.Label confidence = new javafx.scene.control.Label();
    private final Bars bars;
    private final VBox node = new VBox();
    private final Button copy;
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable Label shown;

    LabelViewer(Port port, Desktop desktop) {
        top.getStyleClass().add("label-top");
        top.setMaxWidth(Double.MAX_VALUE);
        confidence.getStyleClass().add("label-confidence");
        confidence.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(top, Priority.ALWAYS);
        HBox head = new HBox(top, confidence);
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("label-head");
        node.getStyleClass().addAll("kind-label", "label-answer");
        List<String> classes = LabelKind.labels(port);
        int most = LabelKind.top(port);
        bars = new Bars(classes.isEmpty() ? most : Math.min(classes.size(), most), classes);
        node.getChildren().setAll(head, bars);
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
    public void show(@Nullable Label value) {
        shown = value;
        copy.setDisable(value == null);
        top.setText(value == null ? "–" : value.label());
        top.setTooltip(value == null ? null : new Tooltip(value.label()));
        confidence.setText(value == null ? "" : value.words(value.confidences().getFirst()));
        bars.show(value);
        int all = value == null ? 0 : value.confidences().size();
        caption.set(all > bars.count() ? "top %d of %d".formatted(bars.count(), all) : "");
    }

    @Override
    public void close() {
        show(null);
    }

    /// All that is known, as two columns that a spreadsheet takes.
    private void copy(Desktop desktop) {
        if (shown != null) {
            desktop.copy(
                    shown.confidences().stream()
                            .map(c -> c.label() + "\t" + c.confidence())
                            .collect(Collectors.joining("\n")));
            Tools.confirm(copy, "Copied");
        }
    }
}
