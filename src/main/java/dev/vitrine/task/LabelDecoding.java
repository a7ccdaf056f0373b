package dev.vitrine.task;

import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How scores become a label: `apply`, the class names, and how many of them are kept.
record LabelDecoding(Words words, Apply apply, List<String> names, int most) {
    /// The words of [Binding#processing()] that say it.
    static final List<String> WORDS = List.of("apply");

    /// What makes confidences of scores.
    enum Apply {
        NONE,
        /// `exp(x − max) / Σ exp(x − max)`.
        SOFTMAX,
        /// `1 / (1 + exp(−x))`, each class on its own.
        SIGMOID
    }

    /// Reads a port's processing against the tensor that its network declares.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the two do not fit, with a sentence
    ///   that names the port
    static LabelDecoding of(Port port, Binding binding, TensorInfo tensor) {
        Words words = new Words(port, binding);
        List<String> names = LabelKind.labels(port);
        if (tensor.type() == ElementType.STRING) {
            throw words.wrong(
                    "is a label, but the tensor '%s' holds strings; use the kind text"
                            .formatted(tensor.name()));
        }
        Dimension classes = tensor.shape().rank() == 0 ? Dimension.fixed(1) : tensor.shape().at(-1);
        if (!names.isEmpty() && !classes.isFree() && classes.size() != names.size()) {
            throw words.wrong(
                    "has %d labels, but the tensor '%s' has %d classes; make them agree"
                            .formatted(names.size(), tensor.name(), classes.size()));
        }
        return new LabelDecoding(
                words,
                words.choice("apply", Apply.class).orElse(Apply.NONE),
                names,
                Math.max(LabelKind.top(port), Label.MOST));
    }

    /// The label of the first row of scores.
    ///
    /// @param keys class names that the network gave with the scores; empty where it gives none
    Label decode(Tensor scores, List<String> keys) {
        long[] shape = scores.shape();
        int classes = shape.length == 0 ? 1 : (int) shape[shape.length - 1];
        if (scores.size() < classes || classes == 0) {
            throw words.wrong(
                    "is a label, but the model gave %s, which is empty; try another input"
                            .formatted(scores.form()));
        }
        float[] row = Arrays.copyOf(scores.floats(), classes);
        return Label.of(names.isEmpty() ? keys : names, applied(apply, row), most);
    }

    /// Makes confidences of one row of scores, in place.
    static float[] applied(Apply apply, float[] scores) {
        switch (apply) {
            case NONE -> {}
            case SIGMOID -> {
                for (int i = 0; i < scores.length; i++) {
                    scores[i] = (float) (1 / (1 + Math.exp(-scores[i])));
                }
            }
            case SOFTMAX -> softmax(scores);
        }
        return scores;
    }

    private static void softmax(float[] scores) {
        double max = Double.NEGATIVE_INFINITY;
        for (float s : scores) {
            max = Math.max(max, s);
        }
        double sum = 0;
        for (float s : scores) {
            sum += Math.exp(s - max);
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) (Math.exp(scores[i] - max) / sum);
        }
    }

    /// The names of the processing words of [Apply].
    static List<String> applications() {
        return Arrays.stream(Apply.values()).map(a -> a.name().toLowerCase(Locale.ROOT)).toList();
    }
}
