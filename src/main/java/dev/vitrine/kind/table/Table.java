package dev.vitrine.kind.table;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Rows of cells under headers.
///
/// A cell is a JSON scalar: `String`, `Boolean`, `Long`, `Double`, or null where there is nothing.
/// Other numbers become one of these two; a `NaN`, which JSON has no number for, becomes nothing,
/// an infinite number and anything else its text.
///
/// @param headers the names of the columns, each any text
/// @param rows the rows, each with a cell for every header
public record Table(List<String> headers, List<List<@Nullable Object>> rows) {
    /// @throws IllegalArgumentException where a row has more or fewer cells than there are headers
    public Table {
        headers = List.copyOf(headers);
        List<List<@Nullable Object>> all = new ArrayList<>(rows.size());
        for (List<?> row : rows) {
            if (row.size() != headers.size()) {
                throw new IllegalArgumentException(
                        "row %d has %s for %s; give one for each."
                                .formatted(
                                        all.size() + 1,
                                        count(row.size(), "cell"),
                                        count(headers.size(), "header")));
            }
            all.add(Row.of(row));
        }
        rows = Collections.unmodifiableList(all);
    }

    /// Whether a column holds numbers, and nothing else but gaps.
    public boolean isNumeric(int column) {
        boolean numbers = false;
        for (List<@Nullable Object> row : rows) {
            Object cell = row.get(column);
            if (cell != null && !(cell instanceof Number)) {
                return false;
            }
            numbers |= cell != null;
        }
        return numbers;
    }

    /// How many rows and columns there are, as people read it.
    public String size() {
        return "%s × %s".formatted(count(rows.size(), "row"), count(headers.size(), "column"));
    }

    private static String count(int n, String noun) {
        return n == 1 ? "1 " + noun : n + " " + noun + "s";
    }
}
