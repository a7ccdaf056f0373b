package dev.vitrine.task;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Which ports fill the inputs of a network: one port a whole tensor, or several its elements, each
/// the one of its `index`.
final class Filling {
    /// The word that says which element of a tensor a number is.
    static final String INDEX = "index";

    private final Map<String, Port> whole = new HashMap<>();
    private final Map<String, Map<Integer, Port>> elements = new HashMap<>();

    /// The element that an input is; nothing where it is a whole tensor.
    static OptionalInt index(Words words) {
        var index = words.number(INDEX);
        return index.isPresent() ? OptionalInt.of((int) index.getAsDouble()) : OptionalInt.empty();
    }

    /// Elements of a tensor of one batch.
    static int count(TensorInfo tensor) {
        int count = 1;
        for (long size : tensor.shape().withFree(1)) {
            count = Math.toIntExact(count * size);
        }
        return count;
    }

    /// The shape of the tensor that an input gives: that of its whole tensor, or of one element.
    ///
    /// @throws ProblemException where the tensor holds several elements and none is named, or has
    ///   no such element
    static long[] shape(Words words, TensorInfo tensor) {
        OptionalInt index = index(words);
        if (index.isEmpty()) {
            return Adapter.one(words.port(), tensor);
        }
        int count = count(tensor);
        if (index.getAsInt() >= count) {
            throw words.wrong(
                    INDEX,
                    "is element %d, but the tensor '%s' (%s) has %d; count from 0"
                            .formatted(index.getAsInt(), tensor.name(), tensor.form(), count));
        }
        return new long[] {1};
    }

    /// Takes note of an input.
    ///
    /// @throws ProblemException where another fills the same already, or where it may be left empty
    ///   and the tensor would have a gap
    void add(Words words, TensorInfo tensor) {
        Port port = words.port();
        String name = tensor.name();
        Map<Integer, Port> others = elements.getOrDefault(name, Map.of());
        OptionalInt index = index(words);
        if (whole.containsKey(name) || index.isEmpty() && !others.isEmpty()) {
            Port other =
                    whole.containsKey(name) ? whole.get(name) : others.values().iterator().next();
            throw words.wrong(
                    "stands for the tensor '%s', as '%s' does; give each an index of its own, or another tensor"
                            .formatted(name, other.name()));
        }
        if (index.isEmpty()) {
            whole.put(name, port);
            return;
        }
        int element = index.getAsInt();
        if (others.get(element) instanceof Port other) {
            throw words.wrong(
                    INDEX,
                    "is element %d of the tensor '%s', as '%s' is; give each an index of its own"
                            .formatted(element, name, other.name()));
        }
        if (!port.required() && port.standard() == null) {
            throw words.wrong(
                    INDEX,
                    "may be left empty, which would leave a gap in the tensor '%s'; give it a default"
                            .formatted(name));
        }
        elements.computeIfAbsent(name, n -> new LinkedHashMap<>()).put(element, port);
    }

    /// What of a network's inputs nobody fills.
    List<Problem> missing(List<TensorInfo> inputs) {
        List<Problem> problems = new ArrayList<>();
        for (TensorInfo tensor : inputs) {
            Map<Integer, Port> filled = elements.get(tensor.name());
            if (filled == null && !whole.containsKey(tensor.name())) {
                problems.add(
                        Problem.of(
                                "inputs",
                                "No input feeds the network's '%s' (%s); declare one for it."
                                        .formatted(tensor.name(), tensor.form())));
            } else if (filled != null) {
                gap(tensor, filled).ifPresent(i -> problems.add(unfilled(tensor, i)));
            }
        }
        return problems;
    }

    /// A tensor of its elements.
    ///
    /// @param parts one element each, by its index
    static Tensor join(TensorInfo tensor, Map<Integer, Tensor> parts) {
        double[] values = new double[count(tensor)];
        parts.forEach((index, part) -> values[index] = part.number(0));
        return Tensor.of(tensor.type(), values, tensor.shape().withFree(1));
    }

    private static OptionalInt gap(TensorInfo tensor, Map<Integer, Port> filled) {
        return IntStream.range(0, count(tensor)).filter(i -> !filled.containsKey(i)).findFirst();
    }

    private static Problem unfilled(TensorInfo tensor, int index) {
        return Problem.of(
                "inputs",
                "No input fills element %d of the network's '%s' (%s); declare one with index: %d."
                        .formatted(index, tensor.name(), tensor.form(), index));
    }
}
