package dev.vitrine.window.kind.datetime;

import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

import java.time.temporal.Temporal;

/// A date, a moment or a time of day: fields with a calendar beside them, and what came out as the
/// reader's country writes it.
public final class DatetimeFace implements Face<Temporal> {
    @Override
    public String kind() {
        return "datetime";
    }

    @Override
    public Editor<Temporal> editor(Port port, Desktop desktop) {
        return new DatetimeEditor(port, Here.now());
    }

    @Override
    public Viewer<Temporal> viewer(Port port, Desktop desktop) {
        return new DatetimeViewer(port, desktop, Here.now());
    }
}
