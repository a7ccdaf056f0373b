package dev.vitrine.window.kind.label;

import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.PortViewer;

import javafx.geometry.Pos;
import javafx.scene.Node;
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
final class LabelViewer extends PortViewer<Label> {
    private static final LabelKind KIND = new LabelKind();

    private final javafx.scene.control.Label top = new javafx.scene.control.Label();
    private final javafx.scene.control.Label confidence = new javafx.scene.control.Label();
    private final Bars bars;
    private final VBox node = new VBox();

    LabelViewer(Port port, Desktop desktop) {
        super(port, desktop);
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
        copies("Copy", LabelViewer::columns);
        saves("Save the labels", "csv", value -> KIND.file(port, value).orElseThrow().bytes());
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    protected void render(@Nullable Label before, @Nullable Label value) {
        top.setText(value == null ? "–" : value.label());
        top.setTooltip(value == null ? null : new Tooltip(value.label()));
        confidence.setText(value == null ? "" : value.words(value.confidences().getFirst()));
        bars.show(value);
        int all = value == null ? 0 : value.confidences().size();
        caption(
                all > bars.count()
                        ? "top %d of %s".formatted(bars.count(), NumberText.grouped(all))
                        : "");
    }

    /// All that is known, as two columns that a spreadsheet takes.
    private static String columns(Label value) {
        return value.confidences().stream()
                .map(c -> c.label() + "\t" + c.confidence())
                .collect(Collectors.joining("\n"));
    }
}
