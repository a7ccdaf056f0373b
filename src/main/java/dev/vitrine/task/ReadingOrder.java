package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Boxes as people read them: row by row from the top, each from the left, on a page that may be
/// turned as most of its boxes are.
final class ReadingOrder {
    private static final int CORNERS = 4;

    private ReadingOrder() {}

    /// A box as it lies on the page.
    ///
    /// @param x the left edge
    /// @param top the upper edge
    /// @param height its own
    private record Line(Box box, double x, double top, double height) {
        static Line of(Box box, double turned) {
            if (turned == 0) {
                return new Line(box, box.x(), box.y(), box.height());
            }
            double cos = Math.cos(turned);
            double sin = Math.sin(turned);
            double middleX = box.x() + box.width() / 2;
            double middleY = box.y() + box.height() / 2;
            double height = high(box);
            return new Line(
                    box,
                    middleX * cos + middleY * sin - wide(box) / 2,
                    middleY * cos - middleX * sin - height / 2,
                    height);
        }

        /// Whether two share at least half the height of the lower one.
        boolean isBeside(Line other) {
            double shared =
                    Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
            return shared >= Math.min(height, other.height) / 2;
        }
    }

    /// The rows: a box stands in the one above it where it is beside the first of that.
    static List<List<Box>> rows(List<Box> boxes) {
        double turned = turned(boxes);
        List<List<Line>> rows = new ArrayList<>();
        boxes.stream()
                .map(box -> Line.of(box, turned))
                .sorted(Comparator.comparingDouble(Line::top).thenComparingDouble(Line::x))
                .forEach(line ->
                        rows.stream()
                                .filter(row -> row.getFirst().isBeside(line))
                                .findFirst()
                                .orElseGet(() -> {
                                    List<Line> row = new ArrayList<>();
                                    rows.add(row);
                                    return row;
                                })
                                .add(line));
        return rows.stream()
                .map(row ->
                        row.stream()
                                .sorted(Comparator.comparingDouble(Line::x))
                                .map(Line::box)
                                .toList())
                .toList();
    }

    /// The labels as text, a line for each row.
    static String text(List<Box> boxes) {
        return rows(boxes).stream()
                .map(row -> row.stream().map(Box::label).collect(Collectors.joining("  ")))
                .collect(Collectors.joining("\n"));
    }

    /// How far the page is turned: the median of its boxes, in which long ones count for more,
    /// because theirs is known better.
    private static double turned(List<Box> boxes) {
        List<Box> all =
                boxes.stream().sorted(Comparator.comparingDouble(ReadingOrder::angle)).toList();
        double half = all.stream().mapToDouble(ReadingOrder::weight).sum() / 2;
        for (Box box : all) {
            half -= weight(box);
            if (half <= 0) {
                return angle(box);
            }
        }
        return 0;
    }

    private static double weight(Box box) {
        return wide(box) * wide(box);
    }

    /// How far the upper edge of a box is turned, in radians, clockwise.
    private static double angle(Box box) {
        if (box.points().size() != CORNERS) {
            return 0;
        }
        Box.Point left = box.points().get(0);
        Box.Point right = box.points().get(1);
        return Math.atan2(right.y() - left.y(), right.x() - left.x());
    }

    private static double wide(Box box) {
        return box.points().size() == CORNERS ? side(box, 1) : box.width();
    }

    private static double high(Box box) {
        return box.points().size() == CORNERS ? side(box, CORNERS - 1) : box.height();
    }

    private static double side(Box box, int corner) {
        Box.Point from = box.points().getFirst();
        Box.Point to = box.points().get(corner);
        return Math.hypot(to.x() - from.x(), to.y() - from.y());
    }
}
