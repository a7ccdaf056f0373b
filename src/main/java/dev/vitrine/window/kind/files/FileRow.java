package dev.vitrine.window.kind.files;

import dev.vitrine.kind.file.FileSize;
import dev.vitrine.kind.files.FileList;
import dev.vitrine.window.kind.file.FileIcon;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One file as a row of its sort, its path and its size.
final class FileRow extends ListCell<FileList.Item> {
    private final FontIcon icon = new FontIcon(Feather.FILE);
    private final Label path = new Label();
    private final Label size = new Label();
    private final HBox row = new HBox(icon, path, size);

    FileRow() {
        // the end of a path says what it is
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        path.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(path, Priority.ALWAYS);
        size.getStyleClass().add("files-size");
        size.setMinWidth(Region.USE_PREF_SIZE);
        row.getStyleClass().add("files-row");
        row.setAlignment(Pos.CENTER_LEFT);
        // Rows are as wide as the list, whatever their words would like.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(FileList.@Nullable Item item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        String words = FileSize.words(item.file().bytes().length);
        icon.setIconCode(FileIcon.of(item.file().mediaType()));
        path.setText(item.path());
        size.setText(words);
        setTooltip(new Tooltip(item.path()));
        setAccessibleText("%s, %s".formatted(item.path(), words));
        setGraphic(row);
    }
}
