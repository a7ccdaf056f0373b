package dev.vitrine.task;

import dev.vitrine.tensor.TensorInfo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// The words of one of the [TensorSteps] of a port.
///
/// @param words the port and its processing
/// @param all the words by name
record StepWords(Words words, Map<?, ?> all) {
    /// The name of the step; empty where it has none.
    String name() {
        return String.valueOf(all.get("step"));
    }

    /// A number.
    OptionalDouble number(String word) {
        return all.get(word) instanceof Number n
                ? OptionalDouble.of(n.doubleValue())
                : OptionalDouble.empty();
    }

    /// A number that the step cannot do without.
    double needed(String word) {
        return number(word).orElseThrow(() -> missing(word));
    }

    /// A number, or one for each place along the dimension `axis`.
    Along along(String word, OptionalDouble standard, TensorInfo tensor) {
        if (!(all.get(word) instanceof List<?> list)) {
            double one = number(word).orElseGet(() -> standard.orElseThrow(() -> missing(word)));
            return new Along(new double[] {one}, -1);
        }
        double[] each =
                list.stream()
                        .filter(Number.class::isInstance)
                        .mapToDouble(n -> ((Number) n).doubleValue())
                        .toArray();
        int axis = (int) number("axis").orElse(-1);
        if (axis < 0 || axis >= tensor.shape().rank()) {
            throw words.wrong(
                    TensorSteps.WORD,
                    "has a list of %s without the axis of the tensor %s it runs along; add one"
                            .formatted(word, tensor.form()));
        }
        var size = tensor.shape().at(axis);
        if (each.length != list.size() || !size.isFree() && size.size() != each.length) {
            throw words.wrong(
                    TensorSteps.WORD,
                    "has %d numbers of %s for the dimension %s; give one for each"
                            .formatted(each.length, word, size));
        }
        return new Along(each, axis);
    }

    /// The dimensions that are looked at together.
    boolean[] axes(TensorInfo tensor) {
        boolean[] together = new boolean[tensor.shape().rank()];
        if (!(all.get("axes") instanceof List<?> list)) {
            Arrays.fill(together, true);
            return together;
        }
        for (Object axis : list) {
            int i = axis instanceof Number n ? n.intValue() : -1;
            if (i < 0 || i >= together.length) {
                throw words.wrong(
                        TensorSteps.WORD,
                        "looks at the dimension %s, but the tensor '%s' is %s; count from 0"
                                .formatted(axis, tensor.name(), tensor.form()));
            }
            together[i] = true;
        }
        return together;
    }

    private RuntimeException missing(String word) {
        return words.wrong(
                TensorSteps.WORD, "has the step %s without its %s; add it".formatted(name(), word));
    }

    /// One number, or one for each place along a dimension.
    ///
    /// @param each the numbers
    /// @param axis the dimension; -1 where there is one number for all
    record Along(double[] each, int axis) {
        /// The number for an element.
        ///
        /// @param index its row-major index in a tensor of this shape
        double at(int index, long[] shape) {
            if (axis < 0) {
                return each[0];
            }
            long stride = 1;
            for (int d = shape.length - 1; d > axis; d--) {
                stride *= shape[d];
            }
            return each[(int) (index / stride % shape[axis]) % each.length];
        }
    }
}
