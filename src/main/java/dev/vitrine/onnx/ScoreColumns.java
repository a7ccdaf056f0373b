package dev.vitrine.onnx;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Outputs that are the scores of one class each, as scikit-learn's converter writes them with
/// `zipmap='columns'`: together one label.
///
/// @param classes the class names, which the graph holds
/// @param outputs the outputs, in the order of the classes
record ScoreColumns(List<String> classes, List<String> outputs) {
    private static final String CLASSIFIERS = "ai.onnx.ml.";

    /// The columns that begin with this output; nothing where it begins none.
    static Optional<ScoreColumns> of(OnnxFile declared, ValueInfo first) {
        List<String> classes = declared.classes(first.name());
        int at = declared.outputs().indexOf(first);
        if (classes.size() < 2 || at < 0 || at + classes.size() > declared.outputs().size()) {
            return Optional.empty();
        }
        List<ValueInfo> columns = declared.outputs().subList(at, at + classes.size());
        boolean all = columns.stream().allMatch(o -> isColumn(declared, o, classes));
        return all
                ? Optional.of(
                        new ScoreColumns(classes, columns.stream().map(ValueInfo::name).toList()))
                : Optional.empty();
    }

    private static boolean isColumn(OnnxFile declared, ValueInfo value, List<String> classes) {
        Step last = declared.lastSteps().get(value.name());
        return last != null
                && last.operator().startsWith(CLASSIFIERS)
                && declared.classes(value.name()).equals(classes)
                && value.tensor()
                        .filter(t -> t.type().isFloating() && Clue.isSingle(value, t))
                        .isPresent();
    }

    /// One label of them all.
    Port port(Clue clue, String name) {
        return Port.of(name, "label")
                .withLabel(Port.labelOf(name))
                .withOptions(Map.of("labels", classes))
                .withTensor(Binding.of(Map.of("scores", outputs), Map.of()))
                .withBecause(
                        "%s and the %d outputs after it are one number for each of the classes named in the graph, as scikit-learn's converter writes them with zipmap='columns'. The graph ends in %s, which mostly gives confidences, so they are shown as they are."
                                .formatted(
                                        clue.value().name(),
                                        outputs.size() - 1,
                                        clue.operator().substring(CLASSIFIERS.length())));
    }
}
