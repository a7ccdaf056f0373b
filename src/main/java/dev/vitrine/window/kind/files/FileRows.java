package dev.vitrine.window.kind.files;

import dev.vitrine.kind.files.FileList;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/// Files as rows of a list.
final class FileRows extends ListView<FileList.Item> {
    FileRows() {
        getStyleClass().add("files-list");
        setCellFactory(view -> new FileRow());
        setPlaceholder(new Label());
    }

    /// Shows files; the chosen row stays where it is, as far as there is one.
    void show(FileList files) {
        int chosen = getSelectionModel().getSelectedIndex();
        getItems().setAll(files.items());
        getSelectionModel().clearSelection();
        if (!files.items().isEmpty()) {
            getSelectionModel().select(Math.clamp(chosen, 0, files.size() - 1));
        }
    }
}
