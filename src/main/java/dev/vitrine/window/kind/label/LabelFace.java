package dev.vitrine.window.kind.label;

import dev.vitrine.kind.label.Label;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Classes: the surest in large, bars for the others; as an input a class to choose.
public final class LabelFace implements Face<Label> {
    @Override
    public String kind() {
        return "label";
    }

    @Override
    public Editor<Label> editor(Port port, Desktop desktop) {
        return new LabelEditor(port);
    }

    @Override
    public Viewer<Label> viewer(Port port, Desktop desktop) {
        return new LabelViewer(port, desktop);
    }
}
