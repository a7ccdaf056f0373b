package dev.vitrine.window.kind.plot;

import dev.vitrine.kind.plot.Plot;
import dev.vitrine.kind.plot.PlotKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.JsonArea;
import dev.vitrine.window.kind.Viewer;

/// Plots: drawn with JavaFX's charts; as an input their JSON.
public final class PlotFace implements Face<Plot> {
    @Override
    public String kind() {
        return "plot";
    }

    @Override
    public Editor<Plot> editor(Port port, Desktop desktop) {
        return JsonArea.counted(new PlotKind(), port, PlotViewer::count);
    }

    @Override
    public Viewer<Plot> viewer(Port port, Desktop desktop) {
        return new PlotViewer(port, desktop);
    }
}
