package dev.vitrine.kind.vector;

import dev.vitrine.tensor.Tensor;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// Numbers as other programs write them: NumPy's and PyTorch's print, CSV, JSON, one on each line.
final class Numbers {
    /// What stands around the numbers where an array is printed with its type.
    private static final Pattern AROUND =
            Pattern.compile(
                    "^(?:np\\.|numpy\\.|torch\\.)?(?:array|tensor)\\((.*?)(?:,\\s*\\w+\\s*=[^\\[\\]]*)?\\)$",
                    Pattern.DOTALL);

    private static final String BETWEEN = "[](),;|\t\n\r \u00a0";

    private Numbers() {}

    /// Reads them.
    ///
    /// @throws IllegalArgumentException with the word that is no number
    static Vector read(String text) {
        String inner = AROUND.matcher(text.strip()).replaceFirst("$1");
        double[] numbers = new double[16];
        int n = 0;
        int at = 0;
        while (at < inner.length()) {
            if (BETWEEN.indexOf(inner.charAt(at)) >= 0) {
                at++;
                continue;
            }
            int end = at;
            while (end < inner.length() && BETWEEN.indexOf(inner.charAt(end)) < 0) {
                end++;
            }
            if (n == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * n);
            }
            numbers[n++] = number(inner.substring(at, end));
            at = end;
        }
        return Vector.of(Arrays.copyOf(numbers, n));
    }

    /// The numbers of a tensor, as short as its type writes them.
    static Vector of(Tensor tensor) {
        double[] numbers = new double[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = brief(tensor, tensor.number(i));
        }
        return Vector.of(numbers);
    }

    /// Not the digits that a single-precision number never had.
    private static double brief(Tensor tensor, double number) {
        return switch (tensor.type()) {
            case FLOAT32, FLOAT16, BFLOAT16 -> Double.parseDouble(Float.toString((float) number));
            default -> number;
        };
    }

    private static double number(String word) {
        try {
            // Java takes "1d" for a number, and nobody else does
            char last = word.charAt(word.length() - 1);
            if (Character.isDigit(last) || last == '.') {
                return Double.parseDouble(word);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new IllegalArgumentException(word);
        };
    }
}
