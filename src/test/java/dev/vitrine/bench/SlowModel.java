package dev.vitrine.bench;

/// Six milliseconds of a core, as a small detector takes.
final class SlowModel {
    private static final long NANOS = 6_000_000;

    private SlowModel() {}

    static void burn() {
        long end = System.nanoTime() + NANOS;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
