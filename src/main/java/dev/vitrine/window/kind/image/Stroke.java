package dev.vitrine.window.kind.image;

import java.util.ArrayList;
import java.util.List;

/// One stroke of the pen or the eraser.
///
/// @param erases whether it brings back the paper
/// @param width the width of the pen as a part of the paper's
/// @param points where the pen went, at least one
record Stroke(boolean erases, double width, List<Point> points) {
    /// A place on the paper; what lies outside 0 to 1 lies outside the paper.
    ///
    /// @param x from the left edge, as a part of the paper's width
    /// @param y from the top edge, as a part of the paper's height
    record Point(double x, double y) {
        Point middle(Point other) {
            return new Point((x + other.x) / 2, (y + other.y) / 2);
        }
    }

    /// A piece of the smooth line through the points: from `from` to `to`, bent towards `control`.
    record Curve(Point from, Point control, Point to) {}

    Stroke {
        points = List.copyOf(points);
    }

    /// The smooth line: quadratic curves from the middle between two points to the middle between
    /// the next two, with the points themselves as control points, and a straight piece at either
    /// end.
    List<Curve> curves() {
        List<Curve> all = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            all.add(curve(points, i));
        }
        all.add(end(points));
        return all;
    }

    /// The piece that becomes fixed when the point of this index is known.
    static Curve curve(List<Point> points, int index) {
        Point before = points.get(index - 1);
        Point to = before.middle(points.get(index));
        return index == 1
                ? new Curve(before, before.middle(to), to)
                : new Curve(points.get(index - 2).middle(before), before, to);
    }

    /// The straight piece to the last point, which gives way to a curve when another point comes.
    static Curve end(List<Point> points) {
        Point last = points.getLast();
        Point from = points.size() == 1 ? last : points.get(points.size() - 2).middle(last);
        return new Curve(from, from.middle(last), last);
    }
}
