package dev.vitrine.run;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Has the collector sweep the old part of the heap once it holds more that is gone than is in use.
///
/// The serial collector, which takes the least memory otherwise, lets that part grow to the heap's
/// bound, a quarter of the machine, before it looks what of it is still used: a busy endpoint would
/// take gigabytes for what fits in some megabytes. A sweep stops the program for about a
/// millisecond for each of the megabytes in use.
final class Sweeper implements AutoCloseable {
    /// What may lie about before it is worth a sweep.
    static final long SPARE_BYTES = 96L << 20;

    private static final long EVERY_SECONDS = 5;

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("vitrine-sweeper").daemon().factory());

    /// Looks after the heap from some seconds on until it is closed; does nothing once closed.
    void start() {
        if (clock.isShutdown()) {
            return;
        }
        clock.scheduleWithFixedDelay(
                () -> old().filter(Sweeper::isWorthIt).ifPresent(pool -> System.gc()),
                EVERY_SECONDS,
                EVERY_SECONDS,
                TimeUnit.SECONDS);
    }

    /// The old part of the heap; nothing where the collector is one that sweeps by itself.
    private static Optional<MemoryPoolMXBean> old() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(pool -> pool.getName().equals("Tenured Gen"))
                .findFirst();
    }

    private static boolean isWorthIt(MemoryPoolMXBean old) {
        MemoryUsage swept = old.getCollectionUsage();
        return isWorthIt(old.getUsage().getUsed(), swept == null ? 0 : swept.getUsed());
    }

    /// Whether more is gone than is in use.
    ///
    /// @param used bytes that it holds
    /// @param swept bytes that were in use after the last sweep; 0 before the first
    static boolean isWorthIt(long used, long swept) {
        return used > 2 * swept + SPARE_BYTES;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
