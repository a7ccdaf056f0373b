package dev.vitrine.window.kind.spans;

import dev.vitrine.kind.spans.Spans;
import dev.vitrine.kind.spans.SpansKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;

import javafx.scene.Node;
import javafx.scene.control.TextArea;

import org.jspecify.annotations.Nullable;

/// The JSON of a highlighted text.
final class SpansEditor extends PortEditor<Spans> {
    /// Characters that the area shows without delay.
    private static final int FEW = 50_000;

    private static final SpansKind KIND = new SpansKind();

    private final TextArea area = new TextArea();

    SpansEditor(Port port) {
        super(KIND, port);
        area.getStyleClass().addAll("kind-spans", "mono");
        area.setPrefRowCount(5);
        area.setWrapText(true);
        area.setAccessibleText(port.label());
        area.textProperty().subscribe(this::typed);
        valueProperty().subscribe(v -> caption(v == null ? "" : SpansViewer.count(v)));
        set(held().standard());
    }

    @Override
    public Node node() {
        return area;
    }

    @Override
    public void set(@Nullable Spans value) {
        String json = value == null ? "" : KIND.encode(port(), value).toString();
        boolean few = json.length() <= FEW;
        quietly(() -> area.setText(few ? json : ""));
        area.setPromptText(
                few
                        ? KIND.encode(port(), KIND.example(port())).toString()
                        : "Too long to show; type to replace it");
        held().put(value);
    }

    @Override
    public Node focus() {
        return area;
    }
}
