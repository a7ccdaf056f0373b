package dev.vitrine.window.kind.boxes;

import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;

import javafx.scene.Node;
import javafx.scene.control.TextArea;

import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;

/// The JSON of boxes, one on each line.
final class BoxesEditor extends PortEditor<Boxes> {
    /// Boxes that the area shows without delay.
    private static final int FEW = 200;

    private static final BoxesKind KIND = new BoxesKind();

    private final TextArea area = new TextArea();

    BoxesEditor(Port port) {
        super(KIND, port);
        area.getStyleClass().addAll("kind-boxes", "mono");
        area.setPrefRowCount(5);
        area.setAccessibleText(port.label());
        area.textProperty().subscribe(this::typed);
        valueProperty().subscribe(v -> caption(v == null ? "" : Found.count(v.boxes().size())));
        set(held().standard());
    }

    @Override
    public Node node() {
        return area;
    }

    @Override
    public void set(@Nullable Boxes value) {
        boolean few = value != null && value.boxes().size() <= FEW;
        quietly(() -> area.setText(few && value != null ? text(value) : ""));
        area.setPromptText(
                value == null || few
                        ? text(KIND.example(port()))
                        : Found.count(value.boxes().size())
                                + ", too many to show; type to replace them");
        held().put(value);
    }

    @Override
    public Node focus() {
        return area;
    }

    private String text(Boxes value) {
        return value.boxes().stream()
                .map(b -> KIND.encode(port(), Boxes.of(b)).get("boxes").get(0).toString())
                .collect(Collectors.joining(",\n  ", "{\"boxes\": [\n  ", "\n]}"));
    }
}
