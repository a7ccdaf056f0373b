package dev.vitrine.task;

import dev.vitrine.tensor.TensorInfo;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/// One of the [TensorSteps]: changes the numbers of a tensor in place.
///
/// @see <a href="https://github.com/bioimage-io/spec-bioimage-io">the BioImage Model Zoo's
///   processing steps</a>
@FunctionalInterface
interface TensorStep {
    /// What keeps a division from one by zero where nothing is said.
    double EPSILON = 1e-6;

    /// The names of all steps.
    List<String> NAMES =
            List.of(
                    "binarize",
                    "clip",
                    "scale_linear",
                    "sigmoid",
                    "softmax",
                    "fixed_zero_mean_unit_variance",
                    "zero_mean_unit_variance",
                    "scale_range");

    /// Changes the numbers of a tensor of this shape, in row-major order.
    void apply(double[] values, long[] shape);

    /// Reads a step against the tensor that a network declares.
    ///
    /// @throws dev.vitrine.signature.ProblemException where it is none, or lacks a word
    static TensorStep of(StepWords words, TensorInfo tensor) {
        return switch (words.name()) {
            case "binarize" -> {
                var threshold = words.along("threshold", OptionalDouble.empty(), tensor);
                yield each((v, i, shape) -> v > threshold.at(i, shape) ? 1 : 0);
            }
            case "clip" -> {
                double min = words.needed("min");
                double max = words.needed("max");
                yield all(v -> Math.min(max, Math.max(min, v)));
            }
            case "scale_linear" -> {
                var gain = words.along("gain", OptionalDouble.of(1), tensor);
                var offset = words.along("offset", OptionalDouble.of(0), tensor);
                yield each((v, i, shape) -> v * gain.at(i, shape) + offset.at(i, shape));
            }
            case "sigmoid" -> all(v -> 1 / (1 + Math.exp(-v)));
            case "softmax" -> {
                boolean[] axes = new boolean[tensor.shape().rank()];
                int axis = (int) words.number("axis").orElse(1);
                if (axis >= axes.length) {
                    throw words.words()
                            .wrong(
                                    TensorSteps.WORD,
                                    "has the step softmax along the dimension %d, which %s does not have; name its axis"
                                            .formatted(axis, tensor.form()));
                }
                axes[axis] = true;
                yield groups(axes, TensorStep::softmax);
            }
            case "fixed_zero_mean_unit_variance" -> {
                var mean = words.along("mean", OptionalDouble.empty(), tensor);
                var std = words.along("std", OptionalDouble.empty(), tensor);
                yield each((v, i, shape) -> (v - mean.at(i, shape)) / std.at(i, shape));
            }
            case "zero_mean_unit_variance" -> {
                double eps = words.number("eps").orElse(EPSILON);
                yield groups(words.axes(tensor), group -> standardize(group, eps));
            }
            case "scale_range" -> {
                double eps = words.number("eps").orElse(EPSILON);
                double low = words.number("minPercentile").orElse(0);
                double high = words.number("maxPercentile").orElse(100);
                yield groups(words.axes(tensor), group -> range(group, low, high, eps));
            }
            default ->
                    throw words.words()
                            .wrong(
                                    TensorSteps.WORD,
                                    "has the step '%s', which there is not; use %s"
                                            .formatted(words.name(), String.join(", ", NAMES)));
        };
    }

    /// What becomes of one element.
    @FunctionalInterface
    interface Element {
        /// @param index its row-major index in a tensor of this shape
        double of(double value, int index, long[] shape);
    }

    private static TensorStep each(Element element) {
        return (values, shape) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = element.of(values[i], i, shape);
            }
        };
    }

    private static TensorStep all(DoubleUnaryOperator change) {
        return each((v, i, shape) -> change.applyAsDouble(v));
    }

    /// Changes each group of elements that differ along some dimensions only.
    private static TensorStep groups(boolean[] together, Groups.Change change) {
        return (values, shape) -> Groups.of(shape, together).change(values, change);
    }

    private static void softmax(double[] group) {
        double max = Double.NEGATIVE_INFINITY;
        for (double v : group) {
            max = Math.max(max, v);
        }
        double sum = 0;
        for (double v : group) {
            sum += Math.exp(v - max);
        }
        for (int i = 0; i < group.length; i++) {
            group[i] = Math.exp(group[i] - max) / sum;
        }
    }

    private static void standardize(double[] group, double eps) {
        double sum = 0;
        for (double v : group) {
            sum += v;
        }
        double mean = sum / group.length;
        double squares = 0;
        for (double v : group) {
            squares += (v - mean) * (v - mean);
        }
        double std = Math.sqrt(squares / group.length) + eps;
        for (int i = 0; i < group.length; i++) {
            group[i] = (group[i] - mean) / std;
        }
    }

    private static void range(double[] group, double low, double high, double eps) {
        double[] sorted = group.clone();
        Arrays.sort(sorted);
        double from = percentile(sorted, low);
        double to = percentile(sorted, high);
        for (int i = 0; i < group.length; i++) {
            group[i] = (group[i] - from) / (to - from + eps);
        }
    }

    /// Between the two nearest elements, as NumPy's `percentile` takes it.
    private static double percentile(double[] sorted, double percent) {
        double at = Math.clamp(percent, 0.0, 100.0) / 100 * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
