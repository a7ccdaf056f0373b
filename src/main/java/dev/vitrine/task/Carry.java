package dev.vitrine.task;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What goes from one run of a network into the next, and what goes into each.
///
/// @param tensors which output of one run is which input of the next
/// @param constants inputs that are the same number in every run
record Carry(Map<TensorInfo, TensorInfo> tensors, Map<TensorInfo, Double> constants) {
    static final String CARRY = "carry";
    static final String CONSTANTS = "constants";
    static final List<String> WORDS = List.of(CARRY, CONSTANTS);

    /// Stands in a pair of names for whatever is the same in both.
    private static final String ANY = "*";

    /// Reads the words of the port that goes in with it.
    ///
    /// @throws ProblemException where they do not fit the network
    static Carry of(Words words, Task.Declared network) {
        Map<TensorInfo, TensorInfo> tensors = new LinkedHashMap<>();
        names(words, CARRY)
                .forEach((from, to) -> carry(words, network, from, String.valueOf(to), tensors));
        Map<TensorInfo, Double> constants = new LinkedHashMap<>();
        names(words, CONSTANTS)
                .forEach((name, number) -> {
                    if (!(number instanceof Number n)) {
                        throw words.wrong(
                                CONSTANTS,
                                "has the constant '%s', which is no number; give one such as 16000"
                                        .formatted(name));
                    }
                    constants.put(
                            PortTask.tensor(words.port(), name, network.inputs()), n.doubleValue());
                });
        return new Carry(tensors, constants);
    }

    private static void carry(
            Words words,
            Task.Declared network,
            String from,
            String to,
            Map<TensorInfo, TensorInfo> tensors) {
        int star = from.indexOf(ANY);
        if (star < 0) {
            tensors.put(
                    PortTask.tensor(words.port(), from, network.outputs()),
                    PortTask.tensor(words.port(), to, network.inputs()));
            return;
        }
        String head = from.substring(0, star);
        String tail = from.substring(star + 1);
        List<TensorInfo> fitting =
                network.outputs().stream()
                        .filter(t -> t.name().length() >= head.length() + tail.length())
                        .filter(t -> t.name().startsWith(head) && t.name().endsWith(tail))
                        .toList();
        if (fitting.isEmpty()) {
            throw words.wrong(
                    CARRY,
                    "carries '%s', but no output of the network is called so; name one"
                            .formatted(from));
        }
        for (TensorInfo output : fitting) {
            int end = output.name().length() - tail.length();
            String part = output.name().substring(head.length(), end);
            tensors.put(
                    output, PortTask.tensor(words.port(), to.replace(ANY, part), network.inputs()));
        }
    }

    private static Map<String, Object> names(Words words, String word) {
        Map<String, Object> all = new LinkedHashMap<>();
        Map<?, ?> said = words.binding().step(word, Map.class).orElse(Map.of());
        said.forEach((name, value) -> all.put(String.valueOf(name), value));
        return all;
    }

    /// Holds every input of the network against what is given.
    ///
    /// @param others the inputs that the port fills otherwise
    /// @throws ProblemException where one is left
    void complete(Words words, Task.Declared network, Collection<TensorInfo> others) {
        network.inputs().stream()
                .filter(t ->
                        !others.contains(t)
                                && !tensors.containsValue(t)
                                && !constants.containsKey(t))
                .findFirst()
                .ifPresent(t -> {
                    throw words.wrong(
                            "leaves the tensor '%s' of the network empty; name it under carry or constants"
                                    .formatted(t.name()));
                });
    }

    /// What goes into the first run beside the port itself.
    ///
    /// @param first the size of the first free dimension of each tensor that is carried, which is
    ///   filled with zeros
    /// @param others the size of its other free dimensions
    Map<String, Tensor> start(long first, long others) {
        Map<String, Tensor> memory = new HashMap<>();
        tensors.values().forEach(t -> memory.put(t.name(), zeros(t, first, others)));
        constants.forEach((t, number) ->
                memory.put(
                        t.name(),
                        Tensor.of(t.type(), new double[] {number}, t.shape().withFree(1))));
        return memory;
    }

    /// Takes what one run gave along into the next.
    void forth(Map<String, Tensor> outputs, Map<String, Tensor> memory) {
        tensors.forEach((from, to) -> memory.put(to.name(), Adapter.given(outputs, from)));
    }

    private static Tensor zeros(TensorInfo info, long first, long others) {
        long[] shape = info.shape().withFree(others);
        List<Dimension> dimensions = info.shape().dimensions();
        for (int i = 0; i < shape.length; i++) {
            if (dimensions.get(i).isFree()) {
                shape[i] = first;
                break;
            }
        }
        int count = 1;
        for (long n : shape) {
            count = Math.toIntExact(count * n);
        }
        return info.type() == ElementType.FLOAT32
                ? Tensor.of(new float[count], shape)
                : Tensor.of(info.type(), new double[count], shape);
    }
}
