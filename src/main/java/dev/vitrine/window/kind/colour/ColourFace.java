package dev.vitrine.window.kind.colour;

import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Colours: a field for the digits with a palette beside it, and a patch of the one that came out.
public final class ColourFace implements Face<String> {
    @Override
    public String kind() {
        return "colour";
    }

    @Override
    public Editor<String> editor(Port port, Desktop desktop) {
        return new ColourEditor(port);
    }

    @Override
    public Viewer<String> viewer(Port port, Desktop desktop) {
        return new ColourViewer(port, desktop);
    }

    @Override
    public boolean isNarrow(Port port) {
        return true;
    }
}
