package dev.vitrine.window.kind.segments;

import dev.vitrine.kind.audio.Clock;
import dev.vitrine.kind.segments.Segments;
import dev.vitrine.window.kind.NumberText;

/// How many parts there are and how long they are together, in words.
final class Spoken {
    private Spoken() {}

    static String count(Segments found) {
        int parts = found.segments().size();
        return switch (parts) {
            case 0 -> "nothing found";
            default ->
                    "%s, %s"
                            .formatted(
                                    NumberText.counted(parts, "part"), Clock.of(found.seconds()));
        };
    }
}
