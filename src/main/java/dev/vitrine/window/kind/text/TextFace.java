package dev.vitrine.window.kind.text;

import dev.vitrine.kind.Secrets;
import dev.vitrine.kind.text.TextKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Text: a field of one line or several, and text to read and select; dots where it is a secret.
public final class TextFace implements Face<String> {
    @Override
    public String kind() {
        return "text";
    }

    @Override
    public Editor<String> editor(Port port, Desktop desktop) {
        return Secrets.isSecret(port)
                ? new SecretEditor(port)
                : new TextEditor(new TextKind(), port, 1, desktop);
    }

    @Override
    public Viewer<String> viewer(Port port, Desktop desktop) {
        return Secrets.isSecret(port)
                ? new SecretViewer(port, desktop)
                : new TextViewer(port, desktop);
    }
}
