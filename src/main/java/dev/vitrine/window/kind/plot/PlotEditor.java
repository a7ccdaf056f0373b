package dev.vitrine.window.kind.plot;

import dev.vitrine.kind.plot.Plot;
import dev.vitrine.kind.plot.PlotKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;

import javafx.scene.Node;
import javafx.scene.control.TextArea;

import org.jspecify.annotations.Nullable;

/// The JSON of a plot.
final class PlotEditor extends PortEditor<Plot> {
    /// Characters that the area shows without delay.
    private static final int FEW = 50_000;

    private static final PlotKind KIND = new PlotKind();

    private final TextArea area = new TextArea();

    PlotEditor(Port port) {
        super(KIND, port);
        area.getStyleClass().addAll("kind-plot", "mono");
        area.setPrefRowCount(5);
        area.setWrapText(true);
        area.setAccessibleText(port.label());
        area.textProperty().subscribe(this::typed);
        valueProperty().subscribe(v -> caption(v == null ? "" : PlotViewer.count(v)));
        set(held().standard());
    }

    @Override
    public Node node() {
        return area;
    }

    @Override
    public void set(@Nullable Plot value) {
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
