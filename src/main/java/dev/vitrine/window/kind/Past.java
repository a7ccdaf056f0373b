package dev.vitrine.window.kind;

import java.util.ArrayDeque;
import java.util.Deque;

/// What was there before, for undo and redo.
///
/// @param <T> an immutable state
public final class Past<T> {
    private static final int MOST = 200;

    private final Deque<T> before = new ArrayDeque<>();
    private final Deque<T> after = new ArrayDeque<>();
    private T now;

    public Past(T first) {
        now = first;
    }

    /// The state that is.
    public T now() {
        return now;
    }

    /// A new state; what was undone is gone.
    public void change(T next) {
        before.push(now);
        if (before.size() > MOST) {
            before.removeLast();
        }
        after.clear();
        now = next;
    }

    public boolean canUndo() {
        return !before.isEmpty();
    }

    public boolean canRedo() {
        return !after.isEmpty();
    }

    /// Goes one state back where there is one.
    public void undo() {
        if (canUndo()) {
            after.push(now);
            now = before.pop();
        }
    }

    /// Goes one state forth where there is one.
    public void redo() {
        if (canRedo()) {
            before.push(now);
            now = after.pop();
        }
    }

    /// Goes back or forth to a state that was there before.
    ///
    /// @return whether it was, and still is within reach
    public boolean reach(T state) {
        if (has(before, state)) {
            while (!state.equals(now)) {
                undo();
            }
            return true;
        }
        if (has(after, state)) {
            while (!state.equals(now)) {
                redo();
            }
            return true;
        }
        return false;
    }

    private static boolean has(Deque<?> states, Object state) {
        return states.stream().anyMatch(state::equals);
    }
}
