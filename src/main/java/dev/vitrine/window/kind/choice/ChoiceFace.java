package dev.vitrine.window.kind.choice;

import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// One of a list: a row of segments, radio buttons or a menu, and the name of the one that came
/// out.
public final class ChoiceFace implements Face<Object> {
    @Override
    public String kind() {
        return "choice";
    }

    @Override
    public Editor<Object> editor(Port port, Desktop desktop) {
        return new ChoiceEditor(port);
    }

    @Override
    public Viewer<Object> viewer(Port port, Desktop desktop) {
        return new ChoiceViewer(port, desktop);
    }
}
