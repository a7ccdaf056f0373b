package dev.vitrine.window;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/// What lies over the page, one thing at a time; the keyboard goes back to where it was.
final class Overlay {
    private @Nullable Parent shown;
    private @Nullable StackPane under;
    private @Nullable Node before;
    private Runnable farewell = () -> {};

    boolean isShown() {
        return shown != null;
    }

    /// Lays something over a page, in the place of what lay there.
    ///
    /// @param left is told when it has been put away
    void show(StackPane page, Parent view, Runnable left) {
        putAway();
        before = page.getScene().getFocusOwner();
        shown = view;
        under = page;
        farewell = left;
        page.getChildren().add(view);
    }

    /// Takes away what lies there, where anything does.
    void putAway() {
        if (shown != null && under != null) {
            under.getChildren().remove(shown);
            shown = null;
            farewell.run();
            if (before != null) {
                before.requestFocus();
            }
        }
    }

    /// Keeps what lies there on top of another page.
    void raise() {
        if (shown != null && under != null) {
            under.getChildren().remove(shown);
            under.getChildren().add(shown);
        }
    }
}
