package dev.vitrine.window.kind.toggle;

import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Yes and no: a switch, and a mark with the word.
public final class ToggleFace implements Face<Boolean> {
    @Override
    public String kind() {
        return "toggle";
    }

    @Override
    public Editor<Boolean> editor(Port port, Desktop desktop) {
        return new ToggleEditor(port);
    }

    @Override
    public Viewer<Boolean> viewer(Port port, Desktop desktop) {
        return new ToggleViewer(port, desktop);
    }
}
