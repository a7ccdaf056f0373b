package dev.vitrine.window.kind.files;

import dev.vitrine.kind.files.FileList;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Several files and folders: opened, dropped or pasted, and saved one by one or all at once.
public final class FilesFace implements Face<FileList> {
    @Override
    public String kind() {
        return "files";
    }

    @Override
    public Editor<FileList> editor(Port port, Desktop desktop) {
        return new FilesEditor(port, desktop);
    }

    @Override
    public Viewer<FileList> viewer(Port port, Desktop desktop) {
        return new FilesViewer(port, desktop);
    }
}
