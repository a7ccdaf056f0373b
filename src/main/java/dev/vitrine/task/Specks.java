package dev.vitrine.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Tells strokes from specks and from what reaches in from the edge of a picture.
final class Specks {
    private Specks() {}

    /// Which places belong to a stroke: those above a level, connected with enough others.
    ///
    /// @param least the size of the smallest stroke as a part of the largest's
    static boolean[] without(Grey ink, double level, double least) {
        List<Part> parts = parts(ink, level);
        // A shadow or a table's edge is cut off by the picture's; a stroke seldom is.
        int inside = largest(parts.stream().filter(p -> !p.cut).toList());
        boolean edges = inside < largest(parts) / 4;
        int largest = edges ? largest(parts) : inside;
        boolean[] kept = new boolean[ink.values().length];
        for (Part part : parts) {
            if ((edges || !part.cut) && part.places.size() >= least * largest) {
                part.places.forEach(i -> kept[i] = true);
            }
        }
        return kept;
    }

    /// Places that are connected, along rows, columns and diagonals.
    private static final class Part {
        private final List<Integer> places = new ArrayList<>();
        private boolean cut;
    }

    private static int largest(List<Part> parts) {
        return parts.stream().mapToInt(p -> p.places.size()).max().orElse(0);
    }

    private static List<Part> parts(Grey ink, double level) {
        boolean[] seen = new boolean[ink.values().length];
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i] && ink.values()[i] >= level) {
                parts.add(part(ink, level, seen, i));
            }
        }
        return parts;
    }

    private static Part part(Grey ink, double level, boolean[] seen, int start) {
        Part part = new Part();
        Deque<Integer> open = new ArrayDeque<>();
        seen[start] = true;
        open.push(start);
        while (!open.isEmpty()) {
            int at = open.pop();
            part.places.add(at);
            int x = at % ink.width();
            int y = at / ink.width();
            part.cut |= x == 0 || y == 0 || x == ink.width() - 1 || y == ink.height() - 1;
            for (int b = Math.max(0, y - 1); b <= Math.min(ink.height() - 1, y + 1); b++) {
                for (int a = Math.max(0, x - 1); a <= Math.min(ink.width() - 1, x + 1); a++) {
                    int next = b * ink.width() + a;
                    if (!seen[next] && ink.values()[next] >= level) {
                        seen[next] = true;
                        open.push(next);
                    }
                }
            }
        }
        return part;
    }
}
