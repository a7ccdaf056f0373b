package dev.vitrine.window.kind.gallery;

import dev.vitrine.kind.gallery.Gallery;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Several pictures: brought and put in order by hand, looked at together and one by one.
public final class GalleryFace implements Face<Gallery> {
    @Override
    public String kind() {
        return "gallery";
    }

    @Override
    public Editor<Gallery> editor(Port port, Desktop desktop) {
        return new GalleryEditor(port, desktop);
    }

    @Override
    public Viewer<Gallery> viewer(Port port, Desktop desktop) {
        return new GalleryViewer(port, desktop);
    }
}
