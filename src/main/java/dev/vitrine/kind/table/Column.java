package dev.vitrine.kind.table;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/// How a column of a table is written, for a terminal and for the window: numbers with as many
/// decimals as the column needs, so that their points stand below each other.
///
/// @param header the name of the column
/// @param numeric whether it holds numbers, and nothing else but gaps
/// @param decimals how many decimals its numbers have; -1 where they differ too much in size for
///   one count
/// @param longest the longest of its first cells as it is written; empty where there is none
public record Column(String header, boolean numeric, int decimals, String longest) {
    /// So many rows say how wide a column is.
    private static final int SAMPLE = 1_000;

    /// A single-precision number carries seven decimal digits.
    private static final MathContext DIGITS = new MathContext(7);

    /// More decimals are noise to the eye.
    private static final int MOST_DECIMALS = 4;

    private static final double[] TENS = {1, 10, 100, 1_000, 10_000};

    /// Numbers outside are written with a power of ten.
    private static final double LARGEST = 1e9;

    private static final double SMALLEST = 1e-4;

    /// A longer text is cut: no row shows more of it.
    private static final int LONG = 200;

    /// Reads all rows once.
    public static Column of(Table table, int index) {
        boolean numeric = table.isNumeric(index);
        Column bare =
                new Column(
                        line(table.headers().get(index)),
                        numeric,
                        numeric ? decimals(table, index) : -1,
                        "");
        String longest = "";
        for (List<@Nullable Object> row :
                table.rows().subList(0, Math.min(SAMPLE, table.rows().size()))) {
            String text = bare.text(row.get(index));
            longest = text.length() > longest.length() ? text : longest;
        }
        return new Column(bare.header(), numeric, bare.decimals(), longest);
    }

    /// A cell as it is written, on one line.
    public String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Double n when decimals >= 0 ->
                    BigDecimal.valueOf(n)
                            .setScale(decimals, RoundingMode.HALF_EVEN)
                            .toPlainString();
            case Double n -> free(n);
            case String text -> line(text);
            default -> cell.toString();
        };
    }

    private static String free(double n) {
        return isLarge(n) || isSmall(n)
                ? String.format(Locale.ROOT, "%.4e", n)
                : BigDecimal.valueOf(n).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String line(String text) {
        String cut = text.length() > LONG ? text.substring(0, LONG) + "…" : text;
        return cut.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }

    private static int decimals(Table table, int index) {
        int most = 0;
        for (List<@Nullable Object> row : table.rows()) {
            if (row.get(index) instanceof Double n) {
                if (isLarge(n)) {
                    return -1;
                }
                if (most > MOST_DECIMALS || hasDecimals(n, most)) {
                    continue;
                }
                int scale = BigDecimal.valueOf(n).round(DIGITS).stripTrailingZeros().scale();
                most = Math.max(most, scale);
            }
        }
        return most > MOST_DECIMALS && isAllSmall(table, index)
                ? -1
                : Math.min(most, MOST_DECIMALS);
    }

    /// Whether a number is written in full with so many decimals; no for some that are.
    private static boolean hasDecimals(double n, int decimals) {
        double whole = Math.rint(n * TENS[decimals]);
        return whole / TENS[decimals] == n;
    }

    /// Whether so few decimals would leave nothing of any number.
    private static boolean isAllSmall(Table table, int index) {
        return table.rows().stream()
                .map(row -> row.get(index))
                .allMatch(cell -> !(cell instanceof Double n) || n == 0 || isSmall(n));
    }

    private static boolean isLarge(double n) {
        return Math.abs(n) >= LARGEST;
    }

    private static boolean isSmall(double n) {
        return n != 0 && Math.abs(n) < SMALLEST;
    }
}
