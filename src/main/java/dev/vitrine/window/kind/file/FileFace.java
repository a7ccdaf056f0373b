package dev.vitrine.window.kind.file;

import dev.vitrine.kind.file.Attachment;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// A file: opened, dropped or pasted, and saved under its own name.
public final class FileFace implements Face<Attachment> {
    @Override
    public String kind() {
        return "file";
    }

    @Override
    public Editor<Attachment> editor(Port port, Desktop desktop) {
        return new FileEditor(port, desktop);
    }

    @Override
    public Viewer<Attachment> viewer(Port port, Desktop desktop) {
        return new FileViewer(port, desktop);
    }
}
