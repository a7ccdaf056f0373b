package dev.vitrine.window.kind.boxes;

import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Boxes: drawn over the picture they were found in, and listed; as an input drawn by hand.
public final class BoxesFace implements Face<Boxes> {
    @Override
    public String kind() {
        return "boxes";
    }

    @Override
    public Editor<Boxes> editor(Port port, Desktop desktop) {
        return new BoxesEditor(port, desktop);
    }

    @Override
    public Viewer<Boxes> viewer(Port port, Desktop desktop) {
        return new BoxesViewer(port, desktop);
    }
}
