package dev.vitrine.kind.table;

import org.jspecify.annotations.Nullable;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The head of a table for a terminal: aligned columns, numbers to the right.
final class TableText {
    private static final int ROWS = 20;
    private static final int COLUMNS = 12;

    /// The most columns of a terminal that one cell takes.
    private static final int WIDTH = 40;

    /// Scripts whose letters are two columns wide on a terminal.
    private static final Set<UnicodeScript> WIDE =
            Set.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL);

    private TableText() {}

    /// The size of a table, its headers and its first rows, line by line.
    static String of(Table table) {
        int columns = Math.min(COLUMNS, table.headers().size());
        List<List<@Nullable Object>> rows =
                table.rows().subList(0, Math.min(ROWS, table.rows().size()));
        List<List<String>> lines = new ArrayList<>();
        List<Column> written =
                IntStream.range(0, columns).mapToObj(i -> Column.of(table, i)).toList();
        lines.add(written.stream().map(column -> cut(column.header())).toList());
        for (List<@Nullable Object> row : rows) {
            lines.add(cells(row, written));
        }
        int[] widths = new int[columns];
        for (int i = 0; i < columns; i++) {
            int at = i;
            widths[i] = lines.stream().mapToInt(line -> width(line.get(at))).max().orElse(0);
        }
        StringBuilder text = new StringBuilder(table.size());
        for (int i = 0; i < lines.size() && columns > 0; i++) {
            text.append('\n').append(line(lines.get(i), widths, written));
            if (i == 0) {
                List<String> rule =
                        Arrays.stream(widths).mapToObj(w -> "-".repeat(Math.max(1, w))).toList();
                text.append('\n').append(String.join("  ", rule));
            }
        }
        return text.append(rest(table, columns)).toString();
    }

    private static String rest(Table table, int columns) {
        List<String> more = new ArrayList<>();
        if (table.rows().size() > ROWS) {
            more.add("%d more rows".formatted(table.rows().size() - ROWS));
        }
        if (table.headers().size() > columns) {
            more.add("%d more columns".formatted(table.headers().size() - columns));
        }
        return more.isEmpty() ? "" : "\n… " + String.join(", ", more);
    }

    private static List<String> cells(List<@Nullable Object> row, List<Column> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> cut(columns.get(i).text(row.get(i))))
                .toList();
    }

    private static String cut(String text) {
        StringBuilder start = new StringBuilder();
        int width = 0;
        for (int c : text.codePoints().toArray()) {
            width += width(c);
            if (width >= WIDTH) {
                return start.append('…').toString();
            }
            start.appendCodePoint(c);
        }
        return text;
    }

    private static String line(List<String> cells, int[] widths, List<Column> columns) {
        List<String> padded =
                IntStream.range(0, cells.size())
                        .mapToObj(i -> {
                            String space = " ".repeat(widths[i] - width(cells.get(i)));
                            return columns.get(i).numeric()
                                    ? space + cells.get(i)
                                    : cells.get(i) + space;
                        })
                        .toList();
        return String.join("  ", padded).stripTrailing();
    }

    private static int width(String text) {
        return text.codePoints().map(TableText::width).sum();
    }

    private static int width(int character) {
        return WIDE.contains(UnicodeScript.of(character)) ? 2 : 1;
    }
}
