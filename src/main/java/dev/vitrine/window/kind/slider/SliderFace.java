package dev.vitrine.window.kind.slider;

import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;
import dev.vitrine.window.kind.number.NumberViewer;

/// Numbers between two bounds: a slider with a field for the exact one; as an answer they look like
/// any number.
public final class SliderFace implements Face<Double> {
    @Override
    public String kind() {
        return "slider";
    }

    @Override
    public Editor<Double> editor(Port port, Desktop desktop) {
        return new SliderEditor(port);
    }

    @Override
    public Viewer<Double> viewer(Port port, Desktop desktop) {
        return new NumberViewer(port, desktop);
    }
}
