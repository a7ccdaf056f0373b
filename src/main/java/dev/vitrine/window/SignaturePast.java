package dev.vitrine.window;

import dev.vitrine.model.format.Draft;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What a signature was before, for undo and redo. Changes at one place that follow each other
/// closely are one step.
final class SignaturePast {
    private static final int MOST = 200;

    private final Deque<Draft> done = new ArrayDeque<>();
    private final Deque<Draft> undone = new ArrayDeque<>();
    private @Nullable List<String> last;
    private long at;

    /// The signature has changed.
    ///
    /// @param place where; empty where it changed as a whole
    /// @param nanos when, on any clock that only goes forward
    void change(Draft before, List<String> place, long nanos) {
        boolean goesOn =
                !place.isEmpty()
                        && place.equals(last)
                        && undone.isEmpty()
                        && nanos - at <= InputPast.CLOSE.toNanos();
        if (!goesOn) {
            done.push(before);
            if (done.size() > MOST) {
                done.removeLast();
            }
        }
        undone.clear();
        last = place;
        at = nanos;
    }

    Optional<Draft> undo(Draft now) {
        return step(now, done, undone);
    }

    Optional<Draft> redo(Draft now) {
        return step(now, undone, done);
    }

    private Optional<Draft> step(Draft now, Deque<Draft> from, Deque<Draft> to) {
        last = null;
        Draft then = from.poll();
        if (then != null) {
            to.push(now);
        }
        return Optional.ofNullable(then);
    }
}
