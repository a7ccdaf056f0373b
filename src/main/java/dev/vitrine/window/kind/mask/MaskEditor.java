package dev.vitrine.window.kind.mask;

import dev.vitrine.kind.mask.Mask;
import dev.vitrine.kind.mask.MaskKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;

import javafx.scene.Node;
import javafx.scene.control.TextArea;

import org.jspecify.annotations.Nullable;

/// The JSON of a mask.
final class MaskEditor extends PortEditor<Mask> {
    private static final MaskKind KIND = new MaskKind();

    /// Bits of masks that the area shows as text without delay.
    private static final long FEW = 64 * 1024;

    private final TextArea area = new TextArea();

    MaskEditor(Port port) {
        super(KIND, port);
        area.getStyleClass().addAll("kind-mask", "mono");
        area.setPrefRowCount(5);
        area.setWrapText(true);
        area.setAccessibleText(port.label());
        area.textProperty().subscribe(this::typed);
        valueProperty().subscribe(v -> caption(v == null ? "" : Legend.count(v)));
        set(held().standard());
    }

    @Override
    public Node node() {
        return area;
    }

    @Override
    public void set(@Nullable Mask value) {
        boolean few =
                value != null
                        && (long) value.width() * value.height() * value.segments().size() <= FEW;
        quietly(() -> area.setText(few && value != null ? text(value) : ""));
        area.setPromptText(
                value == null || few
                        ? text(KIND.example(port()))
                        : Legend.count(value) + ", too large to show; type to replace them");
        held().put(value);
    }

    @Override
    public Node focus() {
        return area;
    }

    private String text(Mask value) {
        return KIND.encode(port(), value).toString();
    }
}
