package dev.vitrine.kind.table;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// Tables made of others by a change; each leaves the one before as it is, so that undoing is
/// showing that again.
public final class TableEdits {
    private TableEdits() {}

    /// A table of empty cells to begin with.
    public static Table empty(List<String> headers, int rows) {
        return new Table(headers, Collections.nCopies(rows, blank(headers.size())));
    }

    /// A table with another value in one cell.
    public static Table with(Table table, int row, int column, @Nullable Object cell) {
        return paste(table, row, column, List.of(Collections.singletonList(cell)), false);
    }

    /// A table with cells written over others from one on, and rows for those that have none.
    ///
    /// @param widens whether cells right of the last column make columns; they are left out if not
    public static Table paste(
            Table table, int row, int column, List<List<@Nullable Object>> block, boolean widens) {
        int width = block.stream().mapToInt(List::size).max().orElse(0);
        List<String> headers = new ArrayList<>(table.headers());
        while (widens && headers.size() < column + width) {
            headers.add("column " + (headers.size() + 1));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>(table.rows());
        if (headers.size() > table.headers().size()) {
            for (int i = 0; i < rows.size(); i++) {
                rows.set(i, wide(rows.get(i), headers.size()));
            }
        }
        for (int i = 0; i < block.size(); i++) {
            while (rows.size() <= row + i) {
                rows.add(blank(headers.size()));
            }
            List<@Nullable Object> cells = new ArrayList<>(rows.get(row + i));
            List<@Nullable Object> given = block.get(i);
            for (int j = 0; j < given.size() && column + j < cells.size(); j++) {
                cells.set(column + j, given.get(j));
            }
            rows.set(row + i, cells);
        }
        return new Table(headers, rows);
    }

    /// A table with one empty row more.
    ///
    /// @param at which row it is
    public static Table insert(Table table, int at) {
        List<List<@Nullable Object>> rows = new ArrayList<>(table.rows());
        rows.add(at, blank(table.headers().size()));
        return new Table(table.headers(), rows);
    }

    /// A table without some rows.
    public static Table without(Table table, Set<Integer> numbers) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            if (!numbers.contains(i)) {
                rows.add(table.rows().get(i));
            }
        }
        return new Table(table.headers(), rows);
    }

    private static List<@Nullable Object> blank(int width) {
        return new ArrayList<>(Collections.<@Nullable Object>nCopies(width, null));
    }

    private static List<@Nullable Object> wide(List<@Nullable Object> cells, int width) {
        List<@Nullable Object> all = new ArrayList<>(cells);
        all.addAll(Collections.<@Nullable Object>nCopies(width - cells.size(), null));
        return all;
    }
}
