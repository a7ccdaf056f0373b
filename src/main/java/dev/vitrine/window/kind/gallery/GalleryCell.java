package dev.vitrine.window.kind.gallery;

import dev.vitrine.kind.gallery.Gallery;
import dev.vitrine.window.kind.image.PictureView;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// One picture of a gallery and its caption.
final class GalleryCell extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Gallery.Item item;
    private final PictureView view = new PictureView();

    GalleryCell(Gallery.Item item) {
        this.item = item;
        getStyleClass().add("gallery-cell");
        view.getStyleClass().add("gallery-picture");
        view.show(item.picture());
        Label caption = new Label(item.caption());
        caption.getStyleClass().add("gallery-caption");
        if (!item.caption().isEmpty()) {
            Tooltip.install(this, new Tooltip(item.caption()));
        }
        getChildren().setAll(view, caption);
    }

    Gallery.Item item() {
        return item;
    }

    void choose(boolean isChosen) {
        pseudoClassStateChanged(CHOSEN, isChosen);
    }

    void forget() {
        view.forget();
    }
}
