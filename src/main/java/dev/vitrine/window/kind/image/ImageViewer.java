package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// A picture, fitted, over the input that its port names as `before`, with a divider to drag; Copy
/// and Save take it as it is.
final class ImageViewer extends PortViewer<Picture> {
    private final BeforeAfter view = new BeforeAfter();
    private final Zoom zoom = new Zoom(view, true);
    private final StackPane node = new StackPane(zoom);

    ImageViewer(Port port, Desktop desktop) {
        super(port, desktop);
        node.getStyleClass().addAll("kind-image", "medium");
        VBox.setVgrow(node, Priority.ALWAYS);
        node.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        tool("Copy", (picture, button) -> copy(button, picture));
        saves("Save the picture", "png", PictureCodec::png);
        zoom.tools().forEach(this::tool);
        node.setFocusTraversable(true);
        node.setOnMousePressed(e -> node.requestFocus());
        node.setOnKeyPressed(zoom::key);
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    private @Nullable Picture wentIn() {
        return ImageKind.before(port())
                .flatMap(inputs()::find)
                .filter(Picture.class::isInstance)
                .map(Picture.class::cast)
                .orElse(null);
    }

    @Override
    protected void render(@Nullable Picture before, @Nullable Picture value) {
        view.show(wentIn(), value);
        if (value != null) {
            zoom.refresh();
        }
        caption(value == null ? "" : value.toString());
        node.setAccessibleText(
                value == null ? port().label() + ", empty" : port().label() + ", " + value);
    }
}
