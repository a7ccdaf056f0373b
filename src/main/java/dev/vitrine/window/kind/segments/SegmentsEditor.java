package dev.vitrine.window.kind.segments;

import dev.vitrine.kind.segments.Segments;
import dev.vitrine.kind.segments.SegmentsKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;

import javafx.scene.Node;
import javafx.scene.control.TextArea;

import org.jspecify.annotations.Nullable;

/// The JSON of parts of a sound.
final class SegmentsEditor extends PortEditor<Segments> {
    /// Characters that the area shows without delay.
    private static final int FEW = 50_000;

    private static final SegmentsKind KIND = new SegmentsKind();

    private final TextArea area = new TextArea();

    SegmentsEditor(Port port) {
        super(KIND, port);
        area.getStyleClass().addAll("kind-segments", "mono");
        area.setPrefRowCount(5);
        area.setWrapText(true);
        area.setAccessibleText(port.label());
        area.textProperty().subscribe(this::typed);
        valueProperty().subscribe(v -> caption(v == null ? "" : Spoken.count(v)));
        set(held().standard());
    }

    @Override
    public Node node() {
        return area;
    }

    @Override
    public void set(@Nullable Segments value) {
        String json = value == null ? "" : KIND.encode(port(), value).toString();
        boolean few = json.length() <= FEW;
        quietly(() -> area.setText(few ? json : ""));
        area.setPromptText(
                few
                        ? KIND.encode(port(), KIND.example(port())).toString()
                        : "Too many to show; type to replace them");
        held().put(value);
    }

    @Override
    public Node focus() {
        return area;
    }
}
