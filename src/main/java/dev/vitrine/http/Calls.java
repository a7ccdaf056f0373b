package dev.vitrine.http;

import dev.vitrine.run.Run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Counts the predictions that were asked for; safe to use from any thread.
final class Calls {
    private final AtomicLong count = new AtomicLong();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    long count() {
        return count.get();
    }

    void add() {
        count.incrementAndGet();
        watchers.forEach(Runnable::run);
    }

    Run.Watching watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }
}
