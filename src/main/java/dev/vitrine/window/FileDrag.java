package dev.vitrine.window;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// A file dragged from a node.
///
/// What a drag carries has to be there when JavaFX is told that it begins, which it is only while
/// the pointer moves. So the first move begins to write the file, and the drag is held back until a
/// move finds it written.
final class FileDrag {
    private final Node source;
    private final Supplier<Optional<CompletableFuture<Path>>> file;
    private @Nullable CompletableFuture<Path> wanted;

    FileDrag(Node source, Supplier<Optional<CompletableFuture<Path>>> file) {
        this.source = source;
        this.file = file;
    }

    void listen() {
        source.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> wanted = null);
        source.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> wanted = null);
        source.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::move);
        source.addEventHandler(MouseEvent.DRAG_DETECTED, this::begin);
    }

    private void move(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || event.isStillSincePress()) {
            return;
        }
        CompletableFuture<Path> now = wanted;
        if (now == null) {
            now = file.get().orElse(null);
            wanted = now;
        }
        event.setDragDetect(now != null && isThere(now));
    }

    private void begin(MouseEvent event) {
        CompletableFuture<Path> now = wanted;
        if (now == null || !isThere(now)) {
            return;
        }
        Dragboard board = source.startDragAndDrop(TransferMode.COPY);
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(now.join().toFile()));
        board.setContent(content);
        if (source instanceof ButtonBase button) {
            // The release that would lift it goes to whoever takes the file.
            button.disarm();
        }
        event.consume();
    }

    private static boolean isThere(CompletableFuture<Path> file) {
        return file.isDone() && !file.isCompletedExceptionally();
    }
}
