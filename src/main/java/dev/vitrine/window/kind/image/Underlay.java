package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Values;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// The picture of another input under what a hand draws on it, with a word on what to do while
/// there is none; it takes the keyboard and can be enlarged.
public final class Underlay {
    private final Optional<String> over;
    private final PictureView view = new PictureView();
    private final Label hint = new Label("Give a picture first, then draw on it here");
    private final StackPane content = new StackPane(view);
    private final Zoom zoom = new Zoom(content, false);
    private final StackPane node = new StackPane(zoom, hint);
    private @Nullable Picture picture;

    /// @param over the input whose picture it is; the only picture where none is named
    /// @param layers what lies over it, each in the same room
    public Underlay(Optional<String> over, Region... layers) {
        this.over = over;
        content.getChildren().addAll(layers);
        hint.getStyleClass().add("underlay-hint");
        hint.setMouseTransparent(true);
        hint.setWrapText(true);
        node.getStyleClass().addAll("medium", "editable");
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        node.setOnMousePressed(e -> node.requestFocus());
        // the layers keep the presses that they draw with
        content.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> node.requestFocus());
    }

    public StackPane node() {
        return node;
    }

    /// What enlarges it.
    public Zoom zoom() {
        return zoom;
    }

    /// The tools that enlarge it.
    public List<Node> tools() {
        return zoom.tools();
    }

    /// The picture; null while there is none.
    public @Nullable Picture picture() {
        return picture;
    }

    /// Takes the picture from the inputs.
    ///
    /// @return whether it is another one
    public boolean take(Values inputs) {
        Optional<?> found =
                over.isPresent()
                        ? over.flatMap(inputs::find)
                        : inputs.byName().values().stream()
                                .filter(Picture.class::isInstance)
                                .findFirst();
        Picture now = found.orElse(null) instanceof Picture given ? given : null;
        if (now == picture) {
            return false;
        }
        picture = now;
        zoom.reset();
        view.show(now);
        return true;
    }

    /// Shows the word on what to do, where there is neither a picture nor anything else to see.
    public void invite(boolean empty) {
        boolean nothing = empty && picture == null;
        hint.setVisible(nothing);
        zoom.offer(!nothing);
    }

    public void close() {
        view.forget();
    }
}
