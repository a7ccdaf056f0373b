package dev.vitrine.window.kind.files;

import dev.vitrine.kind.files.FileList;
import dev.vitrine.kind.files.FilesKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Content;
import dev.vitrine.window.kind.Outgoing;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// Files to save, the chosen one under its own name or all as a ZIP file; Copy takes all with their
/// folders.
final class FilesViewer extends PortViewer<FileList> {
    private final FileRows rows = new FileRows();
    private final StackPane pane = new StackPane(rows);

    FilesViewer(Port port, Desktop desktop) {
        super(port, desktop);
        pane.getStyleClass().addAll("kind-files", "files-pane");
        copiesFiles(FilesViewer::contents);
        Outgoing<FileList> one =
                new Outgoing<>(
                        "Save the file",
                        files -> chosen(files).file().name(),
                        files -> Content.of(chosen(files).file()::bytes));
        Button save = saves("Save…", one);
        drags(rows, save, one);
        saves("Save all…", file("Save all files", "zip", FilesKind::zip));
        show(null);
    }

    private static Map<String, byte[]> contents(FileList files) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        files.items().forEach(item -> all.put(item.path(), item.file().bytes()));
        return all;
    }

    @Override
    public Node node() {
        return pane;
    }

    private FileList.Item chosen(FileList files) {
        int index = rows.getSelectionModel().getSelectedIndex();
        return files.items().get(Math.clamp(index, 0, files.size() - 1));
    }

    @Override
    protected void render(@Nullable FileList before, @Nullable FileList value) {
        FileList files = value == null ? FileList.EMPTY : value;
        rows.show(files);
        tools().forEach(tool -> tool.setDisable(files.size() == 0));
        rows.setAccessibleText(
                port().label() + ", " + (files.size() == 0 ? "empty" : files.toString()));
        caption(value == null ? "" : files.size() == 0 ? "no files" : files.toString());
    }
}
