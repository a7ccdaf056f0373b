package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Boxes as people read them: row by row from the top, each from the left.
final class ReadingOrder {
    private ReadingOrder() {}

    /// The rows: a box stands in the one above it where it shares at least half its height with the
    /// first of that.
    static List<List<Box>> rows(List<Box> boxes) {
        List<List<Box>> rows = new ArrayList<>();
        boxes.stream()
                .sorted(Comparator.comparingDouble(Box::y).thenComparingDouble(Box::x))
                .forEach(box ->
                        rows.stream()
                                .filter(row -> isBeside(row.getFirst(), box))
                                .findFirst()
                                .orElseGet(() -> {
                                    List<Box> row = new ArrayList<>();
                                    rows.add(row);
                                    return row;
                                })
                                .add(box));
        rows.forEach(row -> row.sort(Comparator.comparingDouble(Box::x)));
        return rows;
    }

    /// The labels as text, a line for each row.
    static String text(List<Box> boxes) {
        return rows(boxes).stream()
                .map(row -> row.stream().map(Box::label).collect(Collectors.joining("  ")))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isBeside(Box first, Box box) {
        double shared =
                Math.min(first.y() + first.height(), box.y() + box.height())
                        - Math.max(first.y(), box.y());
        return shared >= Math.min(first.height(), box.height()) / 2;
    }
}
