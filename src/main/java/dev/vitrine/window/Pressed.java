package dev.vitrine.window;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

/// Leaves the focus to what was pressed: a [ScrollPane] takes it at every press on its content,
/// even where that has just given it to something in it, such as a picture.
final class Pressed {
    private Pressed() {}

    /// Keeps presses from a pane that something under the pointer has taken the focus by.
    static void keepFocus(ScrollPane scroll) {
        Node content = scroll.getContent();
        content.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                press -> {
                    if (isFocusedWithin(press.getPickResult().getIntersectedNode(), content)) {
                        press.consume();
                    }
                });
    }

    private static boolean isFocusedWithin(@Nullable Node pressed, Node content) {
        for (Node node = pressed; node != null && node != content; node = node.getParent()) {
            if (node.isFocused()) {
                return true;
            }
        }
        return false;
    }
}
