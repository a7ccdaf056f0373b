package dev.vitrine.window.kind;

import dev.vitrine.kind.Kind;
import dev.vitrine.signature.Port;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the editors have in common whose undo goes back from value to value: each movement of a
/// hand that ends in another value is a [#step].
///
/// @param <T> the Java type of the kind's values, which are immutable
public abstract class StepEditor<T> extends PortEditor<T> {
    private final Undoing<T> undoing = new Undoing<>(this::set);

    protected StepEditor(Kind<T> kind, Port port) {
        super(kind, port);
    }

    @Override
    public void set(@Nullable T value) {
        undoing.note(value);
        put(value);
    }

    /// A hand has made this of the value.
    protected final void step(@Nullable T value) {
        undoing.step(value);
        put(value);
    }

    private void put(@Nullable T value) {
        held().put(value);
        show();
    }

    /// Shows the value that is held, and what can be done with it.
    protected abstract void show();

    @Override
    public final boolean undo() {
        return undoing.undo();
    }

    @Override
    public final boolean redo() {
        return undoing.redo();
    }

    @Override
    public final boolean isRewinding() {
        return undoing.isRewinding();
    }

    /// The tools for undo and redo.
    protected final List<Node> undoTools() {
        return undoing.tools();
    }
}
