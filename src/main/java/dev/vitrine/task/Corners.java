package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;

import java.util.ArrayList;
import java.util.List;

/// Boxes whose points are the corners of a convex shape, in order around it.
final class Corners {
    private Corners() {}

    /// The box around some points.
    static Box box(String label, double score, List<Box.Point> points) {
        double left = points.stream().mapToDouble(Box.Point::x).min().orElse(Double.NaN);
        double top = points.stream().mapToDouble(Box.Point::y).min().orElse(Double.NaN);
        double right = points.stream().mapToDouble(Box.Point::x).max().orElse(Double.NaN);
        double bottom = points.stream().mapToDouble(Box.Point::y).max().orElse(Double.NaN);
        return new Box(
                label,
                score,
                left,
                top,
                BoxPlace.rounded(right - left),
                BoxPlace.rounded(bottom - top),
                points);
    }

    /// The area that two shapes share, as a part of the area that either covers; the shared part is
    /// cut out by the other's edges one after the other (Sutherland and Hodgman, 1974).
    static double overlap(Box one, Box other) {
        double own = Math.abs(area(one.points()));
        double others = Math.abs(area(other.points()));
        double shared = Math.abs(area(cut(one.points(), other.points())));
        double covered = own + others - shared;
        return covered > 0 ? Math.min(1, shared / covered) : 0;
    }

    private static List<Box.Point> cut(List<Box.Point> shape, List<Box.Point> by) {
        double turn = Math.signum(area(by));
        List<Box.Point> left = shape;
        for (int i = 0; i < by.size() && !left.isEmpty(); i++) {
            left = cut(left, by.get(i), by.get((i + 1) % by.size()), turn);
        }
        return left;
    }

    /// What lies on the inner side of an edge.
    private static List<Box.Point> cut(
            List<Box.Point> shape, Box.Point from, Box.Point to, double turn) {
        List<Box.Point> left = new ArrayList<>();
        for (int i = 0; i < shape.size(); i++) {
            Box.Point a = shape.get(i);
            Box.Point b = shape.get((i + 1) % shape.size());
            double atA = turn * side(from, to, a);
            double atB = turn * side(from, to, b);
            if (atA >= 0) {
                left.add(a);
            }
            if (atA * atB < 0) {
                double part = atA / (atA - atB);
                left.add(
                        new Box.Point(
                                "",
                                a.x() + part * (b.x() - a.x()),
                                a.y() + part * (b.y() - a.y())));
            }
        }
        return left;
    }

    /// On which side of a line a point lies, and how far.
    private static double side(Box.Point from, Box.Point to, Box.Point point) {
        return (to.x() - from.x()) * (point.y() - from.y())
                - (to.y() - from.y()) * (point.x() - from.x());
    }

    /// Gauss's formula; its sign says which way round the points go.
    private static double area(List<Box.Point> shape) {
        double twice = 0;
        for (int i = 0; i < shape.size(); i++) {
            Box.Point a = shape.get(i);
            Box.Point b = shape.get((i + 1) % shape.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return twice / 2;
    }
}
