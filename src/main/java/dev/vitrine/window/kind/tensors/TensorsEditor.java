package dev.vitrine.window.kind.tensors;

import dev.vitrine.kind.tensors.TensorsKind;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorList;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.tensor.TensorArea;

import javafx.scene.Node;

import java.util.List;

/// An area for the JSON of a list of tensors, or a `.npz`, `.pb` or `.json` file.
final class TensorsEditor extends TensorArea<TensorList> {
    /// Elements whose JSON the area shows.
    private static final int FEW = 1_000;

    private static final TensorsKind KIND = new TensorsKind();

    private final List<Node> tools;

    TensorsEditor(Port port, Desktop desktop) {
        super(KIND, port, desktop, List.of("npz", "pb", "json"));
        tools = List.copyOf(opening());
        set(held().standard());
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    protected boolean isShort(TensorList value) {
        return value.members().size() <= FEW
                && value.members().stream().mapToLong(Tensor::size).sum() <= FEW;
    }

    @Override
    protected String text(TensorList value) {
        return KIND.encode(port(), value).toString();
    }

    @Override
    protected String form(TensorList value) {
        return value.form();
    }

    @Override
    protected String hint() {
        return "[[1, 2], [3, 4, 5]]";
    }

    @Override
    protected void describe() {
        TensorList value = held().get();
        caption(value == null ? "" : form(value));
    }
}
