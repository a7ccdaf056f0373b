package dev.vitrine.window.kind.mask;

import dev.vitrine.kind.mask.Mask;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Masks: in colours over the picture, with a legend; as an input painted by hand.
public final class MaskFace implements Face<Mask> {
    @Override
    public String kind() {
        return "mask";
    }

    @Override
    public Editor<Mask> editor(Port port, Desktop desktop) {
        return new MaskEditor(port);
    }

    @Override
    public Viewer<Mask> viewer(Port port, Desktop desktop) {
        return new MaskViewer(port, desktop);
    }
}
