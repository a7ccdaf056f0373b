package dev.vitrine.window.kind.heatmap;

import dev.vitrine.kind.heatmap.HeatmapKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;
import dev.vitrine.window.kind.image.ImageEditor;

/// Heat maps: in colours over the picture they are about; as an input a grey picture.
public final class HeatmapFace implements Face<Picture> {
    @Override
    public String kind() {
        return "heatmap";
    }

    @Override
    public Editor<Picture> editor(Port port, Desktop desktop) {
        return new ImageEditor(new HeatmapKind(), port, desktop);
    }

    @Override
    public Viewer<Picture> viewer(Port port, Desktop desktop) {
        return new HeatmapViewer(port, desktop);
    }
}
