package dev.vitrine.window.kind.segments;

import dev.vitrine.kind.audio.Clock;
import dev.vitrine.kind.segments.Segments;

/// How many parts there are and how long they are together, in words.
final class Spoken {
    private Spoken() {}

    static String count(Segments found) {
        int parts = found.segments().size();
        return switch (parts) {
            case 0 -> "nothing found";
            case 1 -> "1 part, " + Clock.of(found.seconds());
            default -> "%d parts, %s".formatted(parts, Clock.of(found.seconds()));
        };
    }
}
