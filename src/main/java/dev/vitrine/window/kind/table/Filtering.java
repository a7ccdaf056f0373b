package dev.vitrine.window.kind.table;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Which rows hold a text in one of their cells, in any case.
final class Filtering {
    private Filtering() {}

    /// The rows of which a cell holds the text; all where it is blank.
    static List<List<@Nullable Object>> rows(List<List<@Nullable Object>> rows, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return rows;
        }
        List<List<@Nullable Object>> found = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            if (holds(row, wanted)) {
                found.add(row);
            }
        }
        return found;
    }

    private static boolean holds(List<@Nullable Object> row, String wanted) {
        for (Object cell : row) {
            if (cell != null && cell.toString().toLowerCase(Locale.ROOT).contains(wanted)) {
                return true;
            }
        }
        return false;
    }
}
