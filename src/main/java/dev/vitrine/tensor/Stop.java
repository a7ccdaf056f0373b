package dev.vitrine.tensor;

import java.util.ArrayList;
import java.util.List;

/// The wish of a caller that a run end early, seen by everything that works for the run.
///
/// Loops poll [#requested()] or call [#check()] between steps; an engine registers with
/// [#onRequest(Runnable)] what ends its native call. Safe to use from any thread.
public final class Stop {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean requested;

    /// What undoes an [#onRequest(Runnable)].
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /// Asks for the end; the registered actions run at once on the calling thread. A second call
    /// does nothing.
    public void request() {
        synchronized (this) {
            if (requested) {
                return;
            }
            requested = true;
            // Inside the lock: an action whose registration is being closed either ran before or
            // never runs, so it
            // can not reach into native memory that its owner has freed.
            List.copyOf(actions).forEach(Runnable::run);
            actions.clear();
        }
    }

    /// Whether somebody has asked for the end.
    public synchronized boolean requested() {
        return requested;
    }

    /// Ends the calling run where somebody has asked for it.
    ///
    /// @throws StoppedException where the end was asked for
    public void check() {
        if (requested()) {
            throw new StoppedException();
        }
    }

    /// Registers a short action for the moment of the request; it runs at once where the request is
    /// already there.
    public synchronized Registration onRequest(Runnable action) {
        if (requested) {
            action.run();
            return () -> {};
        }
        actions.add(action);
        return () -> {
            synchronized (Stop.this) {
                actions.remove(action);
            }
        };
    }
}
