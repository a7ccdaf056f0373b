package dev.vitrine.window.kind.segments;

import dev.vitrine.kind.segments.Segments;
import dev.vitrine.kind.segments.SegmentsKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.JsonArea;
import dev.vitrine.window.kind.Viewer;

/// Parts of a sound: drawn over the sound they were found in, and listed; as an input their JSON.
public final class SegmentsFace implements Face<Segments> {
    @Override
    public String kind() {
        return "segments";
    }

    @Override
    public Editor<Segments> editor(Port port, Desktop desktop) {
        return JsonArea.counted(new SegmentsKind(), port, Spoken::count);
    }

    @Override
    public Viewer<Segments> viewer(Port port, Desktop desktop) {
        return new SegmentsViewer(port, desktop);
    }
}
