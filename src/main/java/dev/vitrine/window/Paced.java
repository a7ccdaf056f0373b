package dev.vitrine.window;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Does something in the background after each of what may be floods of news, but only now and
/// then: at once where it was quiet, and always once more after the last.
final class Paced implements Runnable {
    private final long everyMillis;
    private final Runnable action;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile long last;

    /// @param everyMillis the least time between two beginnings
    Paced(long everyMillis, Runnable action) {
        this.everyMillis = everyMillis;
        this.action = action;
        this.last = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(everyMillis);
    }

    /// Says that there is news; returns at once, on any thread.
    @Override
    public void run() {
        if (waiting.compareAndSet(false, true)) {
            long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - last);
            CompletableFuture.delayedExecutor(
                            Math.max(0, everyMillis - since), TimeUnit.MILLISECONDS)
                    .execute(this::act);
        }
    }

    private void act() {
        last = System.nanoTime();
        waiting.set(false);
        action.run();
    }
}
