package dev.vitrine.window.kind.tensor;

import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.window.kind.NumberText;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The first elements of a tensor as a person reads them: a few rows of its innermost dimension.
final class Lists {
    private static final int COLUMNS = 6;

    private Lists() {}

    /// @param from the first element that counts
    /// @param to the one behind the last
    /// @param most how many rows
    static String rows(Tensor tensor, int from, int to, int most) {
        long[] shape = tensor.shape();
        int columns = shape.length == 0 ? 1 : (int) shape[shape.length - 1];
        if (tensor.size() == 0) {
            return "no elements";
        }
        int rows = (to - from) / columns;
        String lines =
                IntStream.range(0, Math.min(rows, most))
                        .mapToObj(r -> row(tensor, from + r * columns, columns))
                        .collect(Collectors.joining("\n"));
        return rows > most ? lines + "\n…" : lines;
    }

    private static String row(Tensor tensor, int from, int columns) {
        String values =
                IntStream.range(0, Math.min(columns, COLUMNS))
                        .mapToObj(c -> element(tensor, from + c))
                        .collect(Collectors.joining("  "));
        return columns > COLUMNS ? values + "  …" : values;
    }

    private static String element(Tensor tensor, int index) {
        if (tensor.type() == ElementType.STRING) {
            return '"' + tensor.strings().get(index) + '"';
        }
        if (tensor.type() == ElementType.BOOL) {
            return tensor.number(index) == 0 ? "false" : "true";
        }
        return tensor.type().isInteger()
                ? Long.toString(tensor.whole(index))
                : NumberText.brief(tensor.number(index));
    }
}
