package dev.vitrine.window.kind;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers for the eye: at most as many digits as a single-precision number has, thin spaces
/// between groups of three from five digits on, as SI writes them.
public final class NumberText {
    private static final char THIN_SPACE = '\u2009';
    private static final String TIMES_TEN = THIN_SPACE + "×" + THIN_SPACE + "10";
    private static final String MINUS = "\u2212";

    /// A single-precision number carries seven decimal digits.
    private static final MathContext DIGITS = new MathContext(7);

    private static final MathContext FEW = new MathContext(4);

    private NumberText() {}

    /// A number with its whole part in groups; very large and very small ones by a power of ten.
    public static String grouped(double value) {
        return grouped(value, DIGITS);
    }

    /// The same with four digits, three before a power of ten, for figures with little room.
    public static String brief(double value) {
        return grouped(value, FEW);
    }

    /// How many there are of something, such as `1 row` or `12 000 rows`.
    ///
    /// @param one what one of them is called, whose plural ends in `s`
    public static String counted(long count, String one) {
        return counted(count, one, one + "s");
    }

    /// The same for what has a plural of its own.
    public static String counted(long count, String one, String many) {
        return grouped(count) + " " + (count == 1 ? one : many);
    }

    private static String grouped(double value, MathContext digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : MINUS + "∞";
        }
        double size = Math.abs(value);
        String sign = value < 0 ? MINUS : "";
        if (size == Math.rint(size) && size < 1e15) {
            return sign + group(Long.toString((long) size));
        }
        if (size >= 1e15 || size < 1e-4) {
            String[] parts =
                    String.format(Locale.ROOT, digits.equals(FEW) ? "%.2e" : "%.3e", size)
                            .split("e", -1);
            return sign + parts[0] + TIMES_TEN + raised(Integer.parseInt(parts[1]));
        }
        BigDecimal rounded = BigDecimal.valueOf(size);
        if (rounded.precision() - rounded.scale() < digits.getPrecision()) {
            rounded = rounded.round(digits);
        } else {
            rounded = rounded.setScale(0, RoundingMode.HALF_UP);
        }
        String plain = rounded.stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        return point < 0
                ? sign + group(plain)
                : sign + group(plain.substring(0, point)) + plain.substring(point);
    }

    private static String group(String digits) {
        if (digits.length() < 5) {
            return digits;
        }
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            text.insert(i, THIN_SPACE);
        }
        return text.toString();
    }

    private static String raised(int power) {
        StringBuilder text = new StringBuilder();
        for (char c : Integer.toString(power).toCharArray()) {
            text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return text.toString();
    }
}
