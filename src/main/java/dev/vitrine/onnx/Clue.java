package dev.vitrine.onnx;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.TensorInfo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What is known about one input or output when it is guessed.
///
/// @param file all that the file declares
/// @param neighbours what stands beside the file
/// @param value the input or output
/// @param tensor it as a tensor; the values of the maps where it is a sequence of maps
/// @param portName the name its port will have
/// @param isOutput whether it is an output
/// @param inputs the ports of the inputs; empty while inputs are guessed
record Clue(
        OnnxFile file,
        Neighbours neighbours,
        ValueInfo value,
        TensorInfo tensor,
        String portName,
        boolean isOutput,
        List<Port> inputs) {
    /// Names of dimensions along which there is more than one of what a port holds.
    private static final Pattern SERIES =
            Pattern.compile("seq|len|time|token|frame|sample|step|point|num|past|total|words?\\b");

    /// Kinds whose tensors can be changed step by step.
    static final Set<String> CARRIES_STEPS = Set.of("image", "label", "tensor");

    private static final int MAX_LINE = 200;

    /// The same, with a name for its port.
    Clue named(String name) {
        return new Clue(file, neighbours, value, tensor, name, isOutput, inputs);
    }

    /// A port of this kind.
    ///
    /// @param processing the words of its binding
    /// @param because why it is of this kind, in sentences
    Port port(String kind, Map<String, Object> processing, String because) {
        Map<String, Object> words = new LinkedHashMap<>(processing);
        Optional<Said> said = said().filter(s -> CARRIES_STEPS.contains(kind));
        said.filter(s -> !s.steps().isEmpty()).ifPresent(s -> words.put("steps", s.steps()));
        String label = Port.labelOf(PortNames.bare(called()));
        return Port.of(portName, kind)
                .withLabel(label.isBlank() ? Port.labelOf(portName) : label)
                .withHelp(said().map(Said::help).orElseGet(() -> oneLine(value.doc())))
                .withTensor(Binding.of(tensor.name(), words))
                .withBecause(
                        said.map(Said::because)
                                .filter(b -> !b.isEmpty())
                                .map(b -> because + " " + b)
                                .orElse(because));
    }

    /// What a person calls it: what somebody wrote, else its name in the network.
    String called() {
        return said().map(Said::name).filter(n -> !n.isBlank()).orElse(value.name());
    }

    /// What somebody wrote about it.
    Optional<Said> said() {
        return neighbours.said(value.name());
    }

    /// The type and shape as a person writes them, with `[…]` where the rank is unknown.
    String form() {
        return value.type() instanceof ValueType.Tensor t ? t.text() : tensor.form();
    }

    /// Whether the name has one of these words in it, in any case.
    boolean isNamed(Pattern words) {
        return words.matcher(value.name().toLowerCase(Locale.ROOT)).find();
    }

    /// The kind of the operator that computed an output; empty where that is unknown.
    String operator() {
        Step last = file.lastSteps().get(value.name());
        return last == null ? "" : last.operator();
    }

    /// The first line of a doc string, cut where it is long.
    static String oneLine(String doc) {
        String line = doc.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= MAX_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_LINE - 1)) + "…";
    }

    /// Whether one row is enough: a fixed 1, or a free dimension that does not count the members of
    /// a series.
    static boolean isBatch(Dimension d) {
        return d.isFree()
                ? !SERIES.matcher(d.name().toLowerCase(Locale.ROOT)).find()
                : d.size() == 1;
    }

    /// Whether it holds one element for each row: a scalar, `[1]`, `[N]`, `[N, 1]`.
    boolean isSingle() {
        return isSingle(value, tensor);
    }

    /// Whether an input or output holds one element for each row.
    static boolean isSingle(ValueInfo value, TensorInfo tensor) {
        List<Dimension> all = tensor.shape().dimensions();
        return value.isRanked()
                && switch (all.size()) {
                    case 0 -> true;
                    case 1 -> isBatch(all.getFirst());
                    case 2 -> isBatch(all.getFirst()) && all.getLast().size() == 1;
                    default -> false;
                };
    }
}
