package dev.vitrine.window.kind.vector;

import dev.vitrine.kind.vector.Summary;
import dev.vitrine.kind.vector.Vector;
import dev.vitrine.kind.vector.VectorKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.tensor.TensorArea;

import javafx.scene.Node;

import java.util.List;
import java.util.OptionalInt;

/// An area for numbers in any usual form, or a `.npy`, `.csv`, `.json` or `.txt` file of them, with
/// their number and range in the caption.
final class VectorEditor extends TensorArea<Vector> {
    /// Numbers that the area shows.
    private static final int FEW = 1_000;

    private static final VectorKind KIND = new VectorKind();

    private final List<Node> tools;

    VectorEditor(Port port, Desktop desktop) {
        super(KIND, port, desktop, List.of("npy", "csv", "json", "txt"));
        tools = List.copyOf(opening());
        set(held().standard());
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    protected boolean isShort(Vector value) {
        return value.size() <= FEW;
    }

    @Override
    protected String text(Vector value) {
        return VectorKind.list(value);
    }

    @Override
    protected String form(Vector value) {
        return NumberText.counted(value.size(), "number");
    }

    @Override
    protected String hint() {
        Vector example = KIND.example(port());
        return isShort(example) ? text(example) : NumberText.counted(example.size(), "number");
    }

    @Override
    protected void describe() {
        Vector value = held().get();
        if (value != null && value.size() > 0) {
            Summary s = Summary.of(value);
            caption(
                    "%s · %s to %s"
                            .formatted(
                                    NumberText.counted(s.size(), "number"),
                                    NumberText.brief(s.min()),
                                    NumberText.brief(s.max())));
            return;
        }
        OptionalInt length = VectorKind.length(port());
        caption(length.isPresent() ? NumberText.counted(length.getAsInt(), "number") : "");
    }
}
