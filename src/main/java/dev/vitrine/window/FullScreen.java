package dev.vitrine.window;

import dev.vitrine.window.kind.Tools;

import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.function.Consumer;

/// A part of the page alone on the whole screen, until Escape, F11, a press on its button, the
/// system's own way out, or another page; then it lies where it was, and the keyboard is back.
final class FullScreen {
    private final StackPane from;
    private final Region content;
    private final Consumer<KeyEvent> keys;
    private final Scene scene;
    private final StackPane root;
    private final @Nullable Node focused;
    private final StackPane pane = new StackPane();
    private final EventHandler<KeyEvent> filter = this::key;
    private Subscription watching = Subscription.EMPTY;
    private boolean wasFull;

    private FullScreen(
            StackPane from, Region content, Consumer<KeyEvent> keys, Scene scene, StackPane root) {
        this.from = from;
        this.content = content;
        this.keys = keys;
        this.scene = scene;
        this.root = root;
        this.focused = scene.getFocusOwner();
    }

    /// See [Desktop#fullScreen].
    static void show(StackPane from, Region content, Consumer<KeyEvent> keys) {
        if (from.getScene() instanceof Scene scene && scene.getRoot() instanceof StackPane root) {
            new FullScreen(from, content, keys, scene, root).open();
        }
    }

    private void open() {
        Button leave = Tools.icon(Feather.MINIMIZE, "Leave full screen", this::close);
        leave.setFocusTraversable(false);
        StackPane.setAlignment(leave, Pos.TOP_RIGHT);
        pane.getStyleClass().add("full-screen");
        pane.setFocusTraversable(true);
        pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pane.setAccessibleText(from.getAccessibleText() + ", full screen");
        from.getChildren().remove(content);
        pane.getChildren().setAll(content, leave);
        root.getChildren().add(pane);
        pane.requestFocus();
        scene.addEventFilter(KeyEvent.ANY, filter);
        watching =
                from.sceneProperty()
                        .subscribe((was, is) -> {
                            if (is == null) {
                                close();
                            }
                        });
        if (scene.getWindow() instanceof Stage stage) {
            wasFull = stage.isFullScreen();
            // said by the button and its tooltip, and heard by the filter
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(true);
            watching =
                    watching.and(
                            stage.fullScreenProperty()
                                    .subscribe((was, is) -> {
                                        if (!is) {
                                            close();
                                        }
                                    }));
        }
    }

    /// Nothing of the page below hears a key.
    private void key(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F11) {
                close();
            } else {
                keys.accept(event);
            }
        }
        event.consume();
    }

    private void close() {
        if (!root.getChildren().remove(pane)) {
            return;
        }
        watching.unsubscribe();
        scene.removeEventFilter(KeyEvent.ANY, filter);
        pane.getChildren().clear();
        from.getChildren().addFirst(content);
        if (focused != null) {
            focused.requestFocus();
        }
        if (scene.getWindow() instanceof Stage stage) {
            stage.setFullScreen(wasFull);
        }
    }
}
