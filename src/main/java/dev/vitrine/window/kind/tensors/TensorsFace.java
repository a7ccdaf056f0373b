package dev.vitrine.window.kind.tensors;

import dev.vitrine.signature.Port;
import dev.vitrine.tensor.TensorList;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Lists of tensors: JSON or a `.npz` file in; one member at a time out.
public final class TensorsFace implements Face<TensorList> {
    @Override
    public String kind() {
        return "tensors";
    }

    @Override
    public Editor<TensorList> editor(Port port, Desktop desktop) {
        return new TensorsEditor(port, desktop);
    }

    @Override
    public Viewer<TensorList> viewer(Port port, Desktop desktop) {
        return new TensorsViewer(port, desktop);
    }
}
