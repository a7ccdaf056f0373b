package dev.vitrine.window.kind.table;

import dev.vitrine.kind.table.Table;
import dev.vitrine.window.kind.NumberText;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// How a column of a table is written: numbers with as many decimals as the column needs, so that
/// their points stand below each other.
///
/// @param header the name of the column
/// @param numeric whether it holds numbers only
/// @param decimals how many decimals its numbers are written with; -1 where they differ too much in
///   size for that
/// @param longest the longest of its first cells as it is written, the header included
record Figures(String header, boolean numeric, int decimals, String longest) {
    /// So many rows say how wide a column is.
    private static final int SAMPLE = 1_000;

    /// A single-precision number carries seven decimal digits.
    private static final MathContext DIGITS = new MathContext(7);

    private static final int MOST_DECIMALS = 6;

    /// A longer text is cut: no row shows more of it.
    private static final int LONG = 200;

    static Figures of(Table table, int column) {
        boolean numeric = table.isNumeric(column);
        int decimals = numeric ? decimals(table, column) : 0;
        Figures bare = new Figures(table.headers().get(column), numeric, decimals, "");
        String longest = bare.header();
        for (List<@Nullable Object> row :
                table.rows().subList(0, Math.min(SAMPLE, table.rows().size()))) {
            String text = bare.text(row.get(column));
            longest = text.length() > longest.length() ? text : longest;
        }
        return new Figures(bare.header(), numeric, decimals, longest);
    }

    /// A cell as it is written, on one line.
    String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Long n -> Long.toString(n).replace('-', '−');
            case Double n when numeric && decimals >= 0 ->
                    BigDecimal.valueOf(n)
                            .setScale(decimals, RoundingMode.HALF_EVEN)
                            .toPlainString()
                            .replace('-', '−');
            case Double n -> NumberText.grouped(n);
            case String text -> line(text);
            default -> cell.toString();
        };
    }

    private static String line(String text) {
        String cut = text.length() > LONG ? text.substring(0, LONG) + "…" : text;
        return cut.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }

    private static int decimals(Table table, int column) {
        int most = 0;
        for (List<@Nullable Object> row : table.rows()) {
            if (row.get(column) instanceof Double n && n != 0) {
                if (Math.abs(n) >= 1e9 || Math.abs(n) < 1e-5) {
                    return -1;
                }
                int scale = BigDecimal.valueOf(n).round(DIGITS).stripTrailingZeros().scale();
                most = Math.max(most, scale);
            }
        }
        return Math.min(most, MOST_DECIMALS);
    }
}
