package dev.vitrine.window.kind.vector;

import dev.vitrine.kind.vector.Vector;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// A list of numbers: an area that takes them as other programs write them, and a strip of bars
/// with their figures.
public final class VectorFace implements Face<Vector> {
    @Override
    public String kind() {
        return "vector";
    }

    @Override
    public Editor<Vector> editor(Port port, Desktop desktop) {
        return new VectorEditor(port, desktop);
    }

    @Override
    public Viewer<Vector> viewer(Port port, Desktop desktop) {
        return new VectorViewer(port, desktop);
    }
}
