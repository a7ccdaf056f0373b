package dev.vitrine.window.kind.spans;

import dev.vitrine.kind.spans.Spans;
import dev.vitrine.kind.spans.SpansKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.JsonArea;
import dev.vitrine.window.kind.Viewer;

/// Text with coloured parts and a legend; as an input its JSON.
public final class SpansFace implements Face<Spans> {
    @Override
    public String kind() {
        return "spans";
    }

    @Override
    public Editor<Spans> editor(Port port, Desktop desktop) {
        return JsonArea.counted(new SpansKind(), port, SpansViewer::count);
    }

    @Override
    public Viewer<Spans> viewer(Port port, Desktop desktop) {
        return new SpansViewer(port, desktop);
    }
}
