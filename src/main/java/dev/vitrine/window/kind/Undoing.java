package dev.vitrine.window.kind;

import javafx.scene.Node;
import javafx.scene.control.Button;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The undo of an editor whose steps are its values, one for each movement of a hand, and the two
/// tools for it.
///
/// @param <T> the immutable type of the values
final class Undoing<T> {
    private final Past<Optional<T>> past = new Past<>(Optional.empty());
    private final Consumer<@Nullable T> show;
    private final Button undo = Tools.icon(Feather.ROTATE_CCW, "Undo", this::undo);
    private final Button redo = Tools.icon(Feather.ROTATE_CW, "Redo", this::redo);
    private boolean rewinding;

    /// @param show shows and holds a value that comes back
    public Undoing(Consumer<@Nullable T> show) {
        this.show = show;
        refresh();
    }

    /// The value was given from outside; one that was there before is found again.
    void note(@Nullable T value) {
        Optional<T> next = Optional.ofNullable(value);
        if (!rewinding && !next.equals(past.now()) && !past.reach(next)) {
            past.change(next);
        }
        refresh();
    }

    /// A hand has changed the value: a step of its own, even where it was like that before.
    void step(@Nullable T value) {
        past.change(Optional.ofNullable(value));
        refresh();
    }

    /// See [Editor#undo()].
    boolean undo() {
        return rewind(past.canUndo(), past::undo);
    }

    /// See [Editor#redo()].
    boolean redo() {
        return rewind(past.canRedo(), past::redo);
    }

    /// See [Editor#isRewinding()].
    boolean isRewinding() {
        return rewinding;
    }

    /// The tools for it.
    List<Node> tools() {
        return List.of(undo, redo);
    }

    private boolean rewind(boolean can, Runnable step) {
        if (can) {
            rewinding = true;
            try {
                step.run();
                show.accept(past.now().orElse(null));
            } finally {
                rewinding = false;
            }
            refresh();
        }
        return can;
    }

    private void refresh() {
        undo.setDisable(!past.canUndo());
        redo.setDisable(!past.canRedo());
    }
}
