package dev.vitrine.window.kind.label;

import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.label.Label.Confidence;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Figures;
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
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The surest class in large, and a bar for each of the first few; the rows stand from the start,
/// so nothing moves when an answer comes.
final class LabelViewer implements Viewer<Label> {
    private final javafx.scene.control.Label top = new javafx.scene.control.Label();
    private final Figures confidence = new Figures();
    private final List<Bar> bars = new ArrayList<>();
    private final VBox rows = new VBox();
    private final VBox node = new VBox();
    private final Button copy;
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable Label shown;

    LabelViewer(Port port, Desktop desktop) {
        top.getStyleClass().add("label-top");
        top.setMaxWidth(Double.MAX_VALUE);
        confidence.getStyleClass().add("label-confidence");
        HBox.setHgrow(top, Priority.ALWAYS);
        HBox head = new HBox(top, confidence);
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("label-head");
        rows.getStyleClass().add("label-rows");
        node.getStyleClass().addAll("kind-label", "label-answer");
        node.getChildren().setAll(head, rows);
        int classes = LabelKind.labels(port).size();
        reserve(classes == 0 ? LabelKind.top(port) : Math.min(classes, LabelKind.top(port)));
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
        List<Confidence> all = value == null ? List.of() : value.confidences();
        for (int i = 0; i < bars.size(); i++) {
            if (value == null || i >= all.size()) {
                bars.get(i).clear();
            } else {
                bars.get(i).show(value, all.get(i));
            }
        }
        int hidden = all.size() - bars.size();
        caption.set(hidden > 0 ? "top %d of %d".formatted(bars.size(), all.size()) : "");
    }

    @Override
    public void close() {
        show(null);
    }

    private void reserve(int count) {
        for (int i = 0; i < count; i++) {
            bars.add(new Bar());
        }
        rows.getChildren().setAll(bars);
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
