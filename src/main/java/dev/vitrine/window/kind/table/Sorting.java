package dev.vitrine.window.kind.table;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/// The order of rows by their cells: numbers by size before `false`, `true` and text in any case;
/// gaps last, up and down.
final class Sorting {
    private static final Comparator<String> TEXT =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private Sorting() {}

    /// The order by one column.
    static Comparator<List<@Nullable Object>> by(int column, boolean down) {
        return (left, right) -> {
            Object a = left.get(column);
            Object b = right.get(column);
            if (a == null || b == null) {
                return Boolean.compare(a == null, b == null);
            }
            return down ? compare(b, a) : compare(a, b);
        };
    }

    private static int compare(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue(), y.doubleValue());
        }
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return Boolean.compare(x, y);
        }
        return a instanceof String x && b instanceof String y
                ? TEXT.compare(x, y)
                : Integer.compare(rank(a), rank(b));
    }

    private static int rank(Object cell) {
        return cell instanceof Number ? 0 : cell instanceof Boolean ? 1 : 2;
    }
}
