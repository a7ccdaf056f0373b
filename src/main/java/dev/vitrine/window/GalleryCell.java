package dev.vitrine.window;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// A model in the gallery's list: its picture, title and task.
final class GalleryCell extends ListCell<GalleryItem> {
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
    private static final double SIDE = 34;
    private static final double RADIUS = 6;

    private final Consumer<GalleryItem> look;
    private final Thumbnail picture = new Thumbnail(SIDE, RADIUS);
    private final Label title = new Label();
    private final Label task = new Label();
    private final HBox row;
    private Subscription listening = Subscription.EMPTY;

    /// @param look told of every item that comes on screen
    GalleryCell(Consumer<GalleryItem> look) {
        this.look = look;
        getStyleClass().add("gallery-cell");
        title.getStyleClass().add("gallery-title");
        task.getStyleClass().add("gallery-task");
        VBox words = new VBox(title, task);
        words.getStyleClass().add("gallery-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(picture, words);
        row.getStyleClass().add("gallery-row");
        row.setMinWidth(0);
        // As wide as the list, so that long names end in dots and nothing scrolls sideways.
        row.prefWidthProperty().bind(widthProperty().map(w -> w.doubleValue() - 1));
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable GalleryItem item, boolean empty) {
        super.updateItem(item, empty);
        listening.unsubscribe();
        listening = Subscription.EMPTY;
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(row);
        listening = item.faceProperty().subscribe(face -> show(item, face));
        look.accept(item);
    }

    private void show(GalleryItem item, GalleryItem.Face face) {
        title.setText(face.title());
        task.setText(face.task());
        boolean elsewhere = item.path().isPresent();
        if (face.broken() && !elsewhere) {
            picture.warn();
        } else {
            picture.show(face.picture(), item.id());
        }
        pseudoClassStateChanged(BROKEN, face.broken() && !elsewhere);
        pseudoClassStateChanged(GONE, face.broken() && elsewhere);
        setTooltip(new Tooltip(face.title()));
        setAccessibleText(face.title() + ", " + face.task());
    }
}
