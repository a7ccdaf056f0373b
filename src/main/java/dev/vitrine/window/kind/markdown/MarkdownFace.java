package dev.vitrine.window.kind.markdown;

import dev.vitrine.kind.markdown.MarkdownKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;
import dev.vitrine.window.kind.text.TextEditor;

/// Markdown: text that flows with its headings, lists and links; as an input an area to write in.
public final class MarkdownFace implements Face<String> {
    /// The lines of an area where the port does not say.
    private static final int LINES = 6;

    @Override
    public String kind() {
        return "markdown";
    }

    @Override
    public Editor<String> editor(Port port, Desktop desktop) {
        return new TextEditor(new MarkdownKind(), port, LINES, desktop);
    }

    @Override
    public Viewer<String> viewer(Port port, Desktop desktop) {
        return new MarkdownViewer(port, desktop);
    }
}
