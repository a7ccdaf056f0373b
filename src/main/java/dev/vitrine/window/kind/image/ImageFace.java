package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Pictures: opened, pasted, dropped or drawn, and shown fitted.
public final class ImageFace implements Face<Picture> {
    @Override
    public String kind() {
        return "image";
    }

    @Override
    public Editor<Picture> editor(Port port, Desktop desktop) {
        return new ImageEditor(new ImageKind(), port, desktop);
    }

    @Override
    public Viewer<Picture> viewer(Port port, Desktop desktop) {
        return new ImageViewer(port, desktop);
    }
}
