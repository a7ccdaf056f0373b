package dev.vitrine.window;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Watches that the FX thread answers, and logs every time it did not for [#STALL_MILLIS].
final class Watchdog implements AutoCloseable {
    /// From here on a person feels that the window hangs.
    static final long STALL_MILLIS = 250;

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long EVERY_MILLIS = 500;

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("vitrine-stalls").daemon().factory());
    private final AtomicLong stalls = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();

    /// Watches from now on: what building the first page takes is no stall. Does nothing once
    /// closed.
    void start() {
        if (!clock.isShutdown()) {
            clock.scheduleWithFixedDelay(
                    this::ask, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// How often the FX thread did not answer in time.
    long stalls() {
        return stalls.get();
    }

    /// The longest wait for an answer, in milliseconds.
    long longestMillis() {
        return longest.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void ask() {
        long asked = System.nanoTime();
        FxThread.later(() -> {
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
            longest.accumulateAndGet(took, Math::max);
            if (took > STALL_MILLIS) {
                stalls.incrementAndGet();
                LOG.warn("The window did not answer for {} ms", took);
            }
        });
    }
}
