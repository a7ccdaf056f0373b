package dev.vitrine.window.kind.boxes;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.signature.Port;

import java.util.List;

/// How the boxes of a port are drawn.
///
/// @param colours which colour a class has
/// @param skeleton the points that lines join, as pairs counted from 0
/// @param isFramed whether the box itself is drawn
/// @param isNamed whether the names of all boxes stand over the picture
record Look(Colours colours, List<List<Integer>> skeleton, boolean isFramed, boolean isNamed) {
    /// From this score on a point is seen; half, as those who draw poses have it.
    private static final double SEEN = 0.5;

    static Look of(Port port) {
        return new Look(
                new Colours(port),
                BoxesKind.skeleton(port),
                BoxesKind.isFramed(port),
                BoxesKind.isNamed(port));
    }

    /// What a box is called: its label and, where it has one, its score.
    String name(Box box) {
        return box.isPoint() ? box.label() : (box.label() + " " + box.scoreWords()).strip();
    }

    /// Whether a box is a line between two points and nothing else.
    boolean isLine(Box box) {
        return !isFramed && box.points().size() == 2;
    }

    /// Where a box is: for a line its two ends.
    String place(Box box) {
        if (!isLine(box)) {
            return Boxes.place(box);
        }
        Box.Point from = box.points().getFirst();
        Box.Point to = box.points().getLast();
        return "%d, %d → %d, %d"
                .formatted(
                        Math.round(from.x()),
                        Math.round(from.y()),
                        Math.round(to.x()),
                        Math.round(to.y()));
    }

    static boolean isSeen(Box.Point point) {
        return point.score() >= SEEN;
    }
}
