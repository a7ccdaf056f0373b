package dev.vitrine.onnx;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether an output's scores are confidences already, and how that is known.
///
/// @param softmax whether softmax makes confidences of them
/// @param isConfidence whether the graph itself ends in making confidences
/// @param because a sentence
record Scores(boolean softmax, boolean isConfidence, String because) {
    private static final Pattern CONFIDENCES = Pattern.compile("prob|softmax|sigmoid|confidence");
    private static final String CLASSIFIERS = "ai.onnx.ml.";
    private static final Pattern LOGITS = Pattern.compile("logit");

    /// Ends of a graph that leave sums of products, which may have any sign and size.
    private static final Set<String> SUMS =
            Set.of(
                    "Gemm",
                    "MatMul",
                    "Add",
                    "Sum",
                    "Conv",
                    "MatMulInteger",
                    "ConvInteger",
                    "QLinearMatMul",
                    "QLinearAdd",
                    "com.microsoft.QGemm",
                    "com.microsoft.QLinearAdd",
                    "com.microsoft.FusedMatMul",
                    "GlobalAveragePool",
                    "ReduceMean",
                    "BatchNormalization",
                    "LogSoftmax");

    /// Reads the end of the graph and, where that does not tell, the name.
    static Scores of(Clue clue) {
        String operator = clue.operator();
        if (operator.startsWith(CLASSIFIERS)) {
            return new Scores(
                    false,
                    true,
                    "The graph ends in %s, which mostly gives confidences, so they are shown as they are."
                            .formatted(operator.substring(CLASSIFIERS.length())));
        }
        if (makesConfidences(operator)) {
            return new Scores(
                    false,
                    true,
                    "The graph ends in %s, so they are shown as they are.".formatted(operator));
        }
        boolean sum = SUMS.contains(operator);
        if (clue.isNamed(CONFIDENCES)) {
            return new Scores(
                    false, false, "Its name says confidences, so they are shown as they are.");
        }
        Optional<Word> told = clue.neighbours().softmax();
        if (told.isPresent()) {
            return new Scores(
                    true,
                    false,
                    "%s says that softmax makes confidences of them."
                            .formatted(told.get().where()));
        }
        if (sum || clue.isNamed(LOGITS)) {
            return new Scores(
                    true,
                    false,
                    "The graph ends in %s, so softmax makes confidences of them."
                            .formatted(operator));
        }
        return new Scores(
                false,
                false,
                "The graph does not say whether they are confidences, so they are shown as they"
                        + " are; if they do not add up to 100 %, try softmax.");
    }

    /// It as words of a binding.
    Map<String, Object> processing() {
        return softmax ? Map.of("apply", "softmax") : Map.of();
    }

    /// ONNX's own operators, classifiers of `ai.onnx.ml`, and functions that exporters name after
    /// theirs.
    private static boolean makesConfidences(String operator) {
        String name = operator.toLowerCase(Locale.ROOT);
        return name.contains("softmax") && !name.contains("log") || name.contains("sigmoid");
    }
}
