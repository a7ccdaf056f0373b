package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Outgoing;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// A picture, fitted, over the input that its port names as `before`, with a divider to drag; Copy
/// and Save take it as it is.
final class ImageViewer extends PortViewer<Picture> {
    private final BeforeAfter view = new BeforeAfter();
    private final Viewing viewing;

    ImageViewer(Port port, Desktop desktop) {
        super(port, desktop);
        viewing = new Viewing(desktop, view);
        viewing.node().getStyleClass().add("kind-image");
        VBox.setVgrow(viewing.node(), Priority.ALWAYS);
        tool("Copy", (picture, button) -> copy(button, picture));
        Outgoing<Picture> file = file("Save the picture", "png", PictureCodec::png);
        drags(viewing.node(), saves("Save…", file), file);
        viewing.tools().forEach(this::tool);
        show(null);
    }

    @Override
    public Node node() {
        return viewing.node();
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
        caption(value == null ? "" : value.toString());
        viewing.describe(port().label() + ", " + (value == null ? "empty" : value), value != null);
    }
}
