package dev.vitrine.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The smallest rectangle, turned as it needs, around some places.
///
/// @param x its middle
/// @param y its middle
/// @param width along its own first axis
/// @param height along the other
/// @param angle how far the first axis is turned, in radians, clockwise; from -π/4 to π/4
record LeastRectangle(double x, double y, double width, double height, double angle) {
    /// One place.
    private record At(double x, double y) {}

    /// The rectangle around the ends of rows: one of its sides lies along one of the hull around
    /// them (Freeman and Shapira, 1975).
    ///
    /// @param ends for each row from the top its first place and the one behind its last
    /// @param top the first row
    static LeastRectangle around(List<int[]> ends, int top) {
        List<At> places = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            for (int x : ends.get(i)) {
                places.add(new At(x, top + i));
                places.add(new At(x, top + i + 1));
            }
        }
        List<At> hull = hull(places);
        LeastRectangle least = along(hull, 0);
        for (int i = 0; i < hull.size(); i++) {
            At from = hull.get(i);
            At to = hull.get((i + 1) % hull.size());
            LeastRectangle next = along(hull, Math.atan2(to.y - from.y, to.x - from.x));
            // Not by a rounding error, so that what lies straight is said to.
            if (next.width * next.height < 0.999 * least.width * least.height) {
                least = next;
            }
        }
        return least;
    }

    /// How far its longer side rises or falls, as a part of the shorter one.
    double rise() {
        return Math.abs(Math.sin(angle)) * Math.max(width, height) / Math.min(width, height);
    }

    /// The rectangle of a direction.
    private static LeastRectangle along(List<At> hull, double direction) {
        double quarter = Math.PI / 2;
        double angle = direction - quarter * Math.round(direction / quarter);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (At at : hull) {
            double across = at.x * cos + at.y * sin;
            double down = at.y * cos - at.x * sin;
            left = Math.min(left, across);
            right = Math.max(right, across);
            top = Math.min(top, down);
            bottom = Math.max(bottom, down);
        }
        double across = (left + right) / 2;
        double down = (top + bottom) / 2;
        return new LeastRectangle(
                across * cos - down * sin,
                across * sin + down * cos,
                right - left,
                bottom - top,
                angle);
    }

    /// The hull around places, by Andrew's monotone chain (1979).
    private static List<At> hull(List<At> places) {
        List<At> sorted =
                places.stream()
                        .distinct()
                        .sorted(Comparator.comparingDouble(At::x).thenComparingDouble(At::y))
                        .toList();
        List<At> hull = new ArrayList<>(half(sorted));
        hull.removeLast();
        hull.addAll(half(sorted.reversed()));
        hull.removeLast();
        return hull;
    }

    private static List<At> half(List<At> sorted) {
        List<At> half = new ArrayList<>();
        for (At at : sorted) {
            while (half.size() > 1 && !turns(half.get(half.size() - 2), half.getLast(), at)) {
                half.removeLast();
            }
            half.add(at);
        }
        return half;
    }

    private static boolean turns(At a, At b, At c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
    }
}
