package dev.vitrine.window.kind.file;

import dev.vitrine.kind.file.Attachment;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A file at a glance: what sort it is, its name and its media type.
final class FilePlate extends HBox {
    private final FontIcon icon = new FontIcon(Feather.FILE);
    private final Label name = new Label();
    private final Label type = new Label();

    FilePlate() {
        getStyleClass().add("file-plate");
        name.getStyleClass().add("file-name");
        // the end of a name says what it is
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        type.getStyleClass().add("file-type");
        VBox words = new VBox(name, type);
        words.getStyleClass().add("file-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
    }

    void show(@Nullable Attachment file) {
        setVisible(file != null);
        if (file != null) {
            name.setText(file.name());
            name.setTooltip(new Tooltip(file.name()));
            type.setText(file.mediaType());
            icon.setIconCode(FileIcon.of(file.mediaType()));
        }
    }
}
