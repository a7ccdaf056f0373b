package dev.vitrine.window.kind.number;

import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Numbers: a field with arrows, and large figures.
public final class NumberFace implements Face<Double> {
    @Override
    public String kind() {
        return "number";
    }

    @Override
    public boolean isNarrow(Port port) {
        return true;
    }

    @Override
    public Editor<Double> editor(Port port, Desktop desktop) {
        return new NumberEditor(port);
    }

    @Override
    public Viewer<Double> viewer(Port port, Desktop desktop) {
        return new NumberViewer(port, desktop);
    }
}
