package dev.vitrine.kind.audio;

import java.util.Locale;

/// Lengths and places of sounds as a person reads them.
public final class Clock {
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private Clock() {}

    /// Seconds as `0.25 s`, `4.8 s`, from a minute on as `1:05` and from an hour on as `2:00:00`.
    public static String of(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        if (seconds < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < HOUR
                ? String.format(Locale.ROOT, "%d:%02d", whole / MINUTE, whole % MINUTE)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        whole / HOUR,
                        whole % HOUR / MINUTE,
                        whole % MINUTE);
    }
}
