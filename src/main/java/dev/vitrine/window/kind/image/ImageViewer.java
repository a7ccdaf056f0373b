package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/// A picture, fitted; Copy and Save take it as it is.
final class ImageViewer extends PortViewer<Picture> {
    private final PictureView view = new PictureView();
    private final StackPane node = new StackPane(view);

    ImageViewer(Port port, Desktop desktop) {
        super(port, desktop);
        node.getStyleClass().addAll("kind-image", "medium");
        node.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        tool("Copy", (picture, button) -> copy(button, picture));
        saves("Save the picture", "png", PictureCodec::png);
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    protected void render(@Nullable Picture before, @Nullable Picture value) {
        view.show(value);
        caption(value == null ? "" : value.toString());
        node.setAccessibleText(
                value == null ? port().label() + ", empty" : port().label() + ", " + value);
    }
}
