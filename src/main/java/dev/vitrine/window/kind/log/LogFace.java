package dev.vitrine.window.kind.log;

import dev.vitrine.kind.log.LogKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;
import dev.vitrine.window.kind.text.TextEditor;

/// A log: its last lines by their level, followed as they come; as an input an area to paste into.
public final class LogFace implements Face<String> {
    /// The lines of an area where the port does not say.
    private static final int LINES = 6;

    @Override
    public String kind() {
        return "log";
    }

    @Override
    public Editor<String> editor(Port port, Desktop desktop) {
        return new TextEditor(new LogKind(), port, LINES, desktop);
    }

    @Override
    public Viewer<String> viewer(Port port, Desktop desktop) {
        return new LogViewer(port, desktop);
    }
}
