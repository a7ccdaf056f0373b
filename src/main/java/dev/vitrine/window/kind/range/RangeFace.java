package dev.vitrine.window.kind.range;

import dev.vitrine.kind.range.Range;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Two numbers between two bounds: a slider with two thumbs and a field for each, and the two ends
/// that came out.
public final class RangeFace implements Face<Range> {
    @Override
    public String kind() {
        return "range";
    }

    @Override
    public Editor<Range> editor(Port port, Desktop desktop) {
        return new RangeEditor(port);
    }

    @Override
    public Viewer<Range> viewer(Port port, Desktop desktop) {
        return new RangeViewer(port, desktop);
    }
}
