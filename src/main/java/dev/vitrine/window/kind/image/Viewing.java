package dev.vitrine.window.kind.image;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.List;

/// A picture that came out, and what lies over it, to be looked at from near: enlarged and moved by
/// hand, wheel and keys, see [Zoom].
public final class Viewing {
    /// Hears where somebody has pressed without moving on.
    @FunctionalInterface
    public interface Hand {
        /// @param x pixels of the layers, as large as they are shown
        void press(double x, double y);
    }

    private final Region content;
    private final Zoom zoom;
    private final StackPane node;

    /// @param layers the lowest first, each in the same room
    public Viewing(Region... layers) {
        content = layers.length == 1 ? layers[0] : new StackPane(layers);
        zoom = new Zoom(content, true);
        node = new StackPane(zoom);
        node.getStyleClass().add("medium");
        node.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        node.setFocusTraversable(true);
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> node.requestFocus());
        node.setOnKeyPressed(zoom::key);
    }

    public StackPane node() {
        return node;
    }

    /// The tools that enlarge it.
    public List<Node> tools() {
        return zoom.tools();
    }

    /// Calls a hand for each press that moves nothing.
    public void onPress(Hand hand) {
        content.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                e -> {
                    if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
                        hand.press(e.getX(), e.getY());
                    }
                });
    }

    /// Tells what is shown: its name for a screen reader, and the tools that do something.
    ///
    /// @param shown whether there is anything to enlarge
    public void describe(String words, boolean shown) {
        node.setAccessibleText(words);
        if (shown) {
            zoom.refresh();
        } else {
            zoom.reset();
            zoom.rest();
        }
    }
}
