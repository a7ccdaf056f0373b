package dev.vitrine.window;

import dev.vitrine.run.QueuePlace;

import java.time.Duration;
import java.util.Optional;

/// A place in the queue as a person reads it.
final class Waiting {
    static final String SOMEWHERE = "Waiting for a free place…";

    /// A wait shorter than this is over before it is read.
    private static final Duration SHORT = Duration.ofSeconds(1);

    private Waiting() {}

    static String words(Optional<QueuePlace> place) {
        return place.map(Waiting::words).orElse(SOMEWHERE);
    }

    private static String words(QueuePlace place) {
        String where =
                place.position() == 1
                        ? "Next in the queue"
                        : "Place %d of %d in the queue".formatted(place.position(), place.size());
        return where
                + place.eta()
                        .filter(eta -> eta.compareTo(SHORT) >= 0)
                        .map(eta -> ", about " + roughly(eta))
                        .orElse("…");
    }

    /// Whole seconds and no tenths, for nobody knows those.
    private static String roughly(Duration eta) {
        long seconds = Math.round(eta.toMillis() / 1000.0);
        return seconds < 60 ? seconds + " s" : "%d min %d s".formatted(seconds / 60, seconds % 60);
    }
}
