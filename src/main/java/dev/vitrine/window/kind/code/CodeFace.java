package dev.vitrine.window.kind.code;

import dev.vitrine.kind.code.CodeKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;
import dev.vitrine.window.kind.text.TextEditor;

/// Source code: numbered lines in the colours of its language; as an input an area in a
/// typewriter's letters.
public final class CodeFace implements Face<String> {
    /// The lines of an area where the port does not say.
    private static final int LINES = 10;

    @Override
    public String kind() {
        return "code";
    }

    @Override
    public Editor<String> editor(Port port, Desktop desktop) {
        TextEditor editor = new TextEditor(new CodeKind(), port, LINES, desktop);
        editor.node().getStyleClass().add("code-input");
        return editor;
    }

    @Override
    public Viewer<String> viewer(Port port, Desktop desktop) {
        return new CodeViewer(port, desktop);
    }
}
