package dev.vitrine.kind.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Makes rows of what the CSV reader finds, without a string for what is a number, and with one
/// string for a word that comes again and again: most of a large file is either.
final class CellReader extends AbstractBaseCsvCallbackHandler<Row> {
    /// So many words are known again.
    private static final int WORDS = 1 << 12;

    /// A longer text seldom comes twice.
    private static final int LONG_WORD = 40;

    /// Whole numbers up to this many digits fit a `long`.
    private static final int LONG_DIGITS = 18;

    /// A number of so many digits is a `double` exactly, and so is each of [#TENS]: their quotient
    /// is then the one `double` that is nearest.
    private static final int EXACT_DIGITS = 15;

    private static final double[] TENS = new double[EXACT_DIGITS + 1];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private final char separator;
    private final String[] words = new String[WORDS];
    private @Nullable Object[] cells = new @Nullable Object[0];
    private int count;
    private int width = 8;

    /// @param separator what stands between the cells
    CellReader(char separator) {
        this.separator = separator;
    }

    @Override
    protected void handleBegin(long line) {
        cells = new @Nullable Object[width];
        count = 0;
    }

    @Override
    protected void handleField(int i, char[] buffer, int from, int length, boolean quoted) {
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, count * 2);
        }
        cells[count++] =
                quoted ? word(buffer, from, length) : value(buffer, from, length, separator);
    }

    /// A line without anything in it has no cells.
    @Override
    protected Row buildRecord() {
        width = Math.max(1, count);
        return Row.ofOwn(count == cells.length ? cells : Arrays.copyOf(cells, count));
    }

    private @Nullable Object value(char[] buffer, int from, int length, char separator) {
        if (length == 0) {
            return null;
        }
        char first = buffer[from];
        if (first != '-' && !isDigit(first)) {
            String word = word(buffer, from, length);
            return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")
                    ? (Object) Boolean.valueOf(word)
                    : (Object) word;
        }
        Object plain = number(buffer, from, length);
        return plain != null ? plain : TableCsv.value(new String(buffer, from, length), separator);
    }

    /// A number of digits with at most one point; null where it is anything else, or too long to be
    /// read this way.
    private static @Nullable Object number(char[] buffer, int from, int length) {
        int start = buffer[from] == '-' ? from + 1 : from;
        int end = from + length;
        int point = -1;
        long n = 0;
        if (end - start > LONG_DIGITS) {
            return null;
        }
        for (int i = start; i < end; i++) {
            char c = buffer[i];
            if (isDigit(c)) {
                n = n * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return null;
            }
        }
        int whole = (point < 0 ? end : point) - start;
        boolean zeroFirst = whole > 1 && buffer[start] == '0' || start > from && n == 0;
        if (whole == 0 || zeroFirst || point == end - 1) {
            return null;
        }
        long signed = start > from ? -n : n;
        if (point < 0) {
            return signed;
        }
        return end - start - 1 > EXACT_DIGITS ? null : (Object) (signed / TENS[end - point - 1]);
    }

    private String word(char[] buffer, int from, int length) {
        if (length == 0 || length > LONG_WORD) {
            return new String(buffer, from, length);
        }
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        int at = (hash ^ hash >>> 12) & WORDS - 1;
        String known = words[at];
        if (known != null && isSame(known, buffer, from, length)) {
            return known;
        }
        String fresh = new String(buffer, from, length);
        words[at] = fresh;
        return fresh;
    }

    private static boolean isSame(String word, char[] buffer, int from, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
