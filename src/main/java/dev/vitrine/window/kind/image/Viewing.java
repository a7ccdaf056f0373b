package dev.vitrine.window.kind.image;

import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Tools;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A picture that came out, and what lies over it, to be looked at from near: enlarged and moved by
/// hand, wheel and keys, see [Zoom], and with F11 on the whole screen.
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
    private final Desktop desktop;
    private final Button full = Tools.icon(Feather.MAXIMIZE, "Full screen", this::enlarge);
    private Consumer<KeyEvent> keys = event -> {};

    /// @param layers the lowest first, each in the same room
    public Viewing(Desktop desktop, Region... layers) {
        this.desktop = desktop;
        content = layers.length == 1 ? layers[0] : new StackPane(layers);
        zoom = new Zoom(content, true);
        node = new StackPane(zoom);
        node.getStyleClass().add("medium");
        node.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        node.setFocusTraversable(true);
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> node.requestFocus());
        node.setOnKeyPressed(this::key);
    }

    public StackPane node() {
        return node;
    }

    /// The tools that enlarge it.
    public List<Node> tools() {
        return Stream.concat(zoom.tools().stream(), Stream.of(full)).toList();
    }

    /// The tool that shows it on the whole screen.
    public Button fullScreenTool() {
        return full;
    }

    /// Hears the keys before they enlarge it, on the page and on the whole screen.
    public void onKey(Consumer<KeyEvent> before) {
        keys = before;
    }

    private void key(KeyEvent event) {
        keys.accept(event);
        if (!event.isConsumed() && event.getCode() == KeyCode.F11 && !full.isDisabled()) {
            enlarge();
            event.consume();
        } else if (!event.isConsumed()) {
            zoom.key(event);
        }
    }

    private void enlarge() {
        desktop.fullScreen(node, zoom, this::key);
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
        full.setDisable(!shown);
        if (shown) {
            zoom.refresh();
        } else {
            zoom.reset();
            zoom.rest();
        }
    }
}
