package dev.vitrine.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The last calls that programs made over the endpoint, refused ones too; safe to use from any
/// thread.
public final class CallLog {
    /// The most calls that are kept.
    public static final int MOST = 500;

    private final Deque<EndpointCall> calls = new ArrayDeque<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private long count;

    CallLog() {}

    /// Notes that a call came in.
    ///
    /// @param model the id it asks for, whether there is such a model or not
    public EndpointCall begin(Caller caller, String model) {
        EndpointCall call;
        synchronized (this) {
            count++;
            call = new EndpointCall(count, caller, model, this::changed);
            calls.addFirst(call);
            if (calls.size() > MOST) {
                calls.removeLast();
            }
        }
        changed();
        return call;
    }

    /// The calls, newest first.
    public synchronized List<EndpointCall> calls() {
        return List.copyOf(calls);
    }

    /// Calls since the start, those included that are not kept any more.
    public synchronized long count() {
        return count;
    }

    /// Forgets the calls that have ended; the count stays.
    public void clear() {
        synchronized (this) {
            calls.removeIf(call -> call.ending().isPresent());
        }
        changed();
    }

    /// Calls a watcher after every change, on the thread that makes it; a watcher must be quick.
    public Run.Watching watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private void changed() {
        watchers.forEach(Runnable::run);
    }
}
