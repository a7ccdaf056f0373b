package dev.vitrine.trial;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/// What a trial may take.
///
/// @param load the time to load a model that is small; large ones have more
/// @param run the time for the first run
/// @param memory bytes for the model, beside what Java itself takes
record Bounds(Duration load, Duration run, long memory) {
    /// How fast weights come from a slow disk, in bytes a second.
    private static final long SLOW_DISK = 20_000_000;

    /// Three quarters of the machine's memory, or of what a container leaves of it: with more no
    /// model is of use here.
    static Bounds here() {
        long all =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : 4 * Runtime.getRuntime().maxMemory();
        return new Bounds(Duration.ofSeconds(60), Duration.ofSeconds(15), all / 4 * 3);
    }

    Duration load(long bytes) {
        return load.plusSeconds(bytes / SLOW_DISK);
    }
}
