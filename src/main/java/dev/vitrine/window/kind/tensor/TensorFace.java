package dev.vitrine.window.kind.tensor;

import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Tensors as they are: JSON or a `.npy` file in; statistics, a heat map and the first values out.
public final class TensorFace implements Face<Tensor> {
    @Override
    public String kind() {
        return "tensor";
    }

    @Override
    public Editor<Tensor> editor(Port port, Desktop desktop) {
        return new TensorEditor(port, desktop);
    }

    @Override
    public Viewer<Tensor> viewer(Port port, Desktop desktop) {
        return new TensorViewer(port, desktop);
    }
}
