package dev.vitrine.task;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A task in which each port stands for one tensor of one network, or for one element of it, each
/// on its own.
///
/// What a kind makes of a tensor, and the other way, is an [Adapter].
abstract class PortTask implements SimpleTask {
    private final String id;

    PortTask(String id) {
        this.id = id;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public List<Problem> check(Signature signature, Map<String, Declared> networks) {
        List<Problem> problems = new ArrayList<>();
        Declared network = networks.get(Signature.MAIN);
        if (network == null || networks.size() != 1) {
            return List.of(
                    Problem.of(
                            "models",
                            "The task %s runs one network; name just 'main' under models."
                                    .formatted(id)));
        }
        Filling filling = new Filling();
        for (Port port : signature.inputs()) {
            if (!isSetting(signature, port)) {
                attempt(
                        problems,
                        "inputs",
                        () ->
                                PortInput.of(signature, network, port)
                                        .tensors()
                                        .forEach(tensor -> filling.add(words(port), tensor)));
            }
        }
        for (Port port : signature.outputs()) {
            attempt(
                    problems,
                    "outputs",
                    () -> {
                        words(port).only(outputWords(port), "an output");
                        output(signature, network, port);
                    });
        }
        if (problems.isEmpty()) {
            List<String> filled = filled(signature, network);
            problems.addAll(
                    filling.missing(
                            network.inputs().stream()
                                    .filter(t -> !filled.contains(t.name()))
                                    .toList()));
        }
        return problems;
    }

    @Override
    public List<String> words(Port port, boolean isInput) {
        try {
            return isInput ? PortInput.words(port) : outputWords(port);
        } catch (ProblemException e) {
            return List.of();
        }
    }

    @Override
    public final Steps bind(Signature signature, Declared network) {
        return new BoundPorts(this, signature, network);
    }

    /// What makes a value of a network's outputs.
    @FunctionalInterface
    interface Output {
        /// @param inputs what went in
        /// @param tensors what came out, by name
        Object of(Values inputs, Map<String, Tensor> tensors);

        /// The same, ended early where somebody wishes it and it takes long.
        default Object of(Values inputs, Map<String, Tensor> tensors, Stop stop) {
            return of(inputs, tensors);
        }
    }

    /// An output that takes long for a large picture, and so polls for Stop.
    @FunctionalInterface
    interface LongOutput extends Output {
        @Override
        Object of(Values inputs, Map<String, Tensor> tensors, Stop stop);

        @Override
        default Object of(Values inputs, Map<String, Tensor> tensors) {
            return of(inputs, tensors, new Stop());
        }
    }

    /// Whether an input is a setting of the task itself, which no tensor takes.
    boolean isSetting(Signature signature, Port input) {
        return false;
    }

    /// The names of the network's inputs that the task fills itself, once all ports are checked.
    List<String> filled(Signature signature, Declared network) {
        return List.of();
    }

    /// What makes an output, held against what the network declares.
    ///
    /// @throws ProblemException where the port cannot stand for its tensors
    Output output(Signature signature, Declared network, Port port) {
        if (JoinedScores.is(port)) {
            JoinedScores scores = JoinedScores.of(port, network.outputs());
            return (inputs, tensors) -> scores.decode(tensors);
        }
        var value = Adapter.of(port).output(port, binding(port), tensor(port, network.outputs()));
        return (inputs, tensors) -> value.apply(tensors);
    }

    /// The words of processing that an output reads.
    List<String> outputWords(Port port) {
        return Adapter.of(port).outputWords();
    }

    /// Finds out whether there is a port of one of the kinds that the task cannot do without.
    ///
    /// @param side `input` or `output`
    final void require(List<Port> ports, List<String> kinds, String side, List<Problem> problems) {
        if (ports.stream().noneMatch(p -> kinds.contains(p.kind()))) {
            problems.add(
                    Problem.of(
                            "task",
                            "The task %s needs an %s of kind %s; declare one, or use the task other."
                                    .formatted(id, side, String.join(" or ", kinds))));
        }
    }

    /// The tensor that a port names, else the one of its own name.
    static Binding binding(Port port) {
        Binding binding = port.tensor();
        return binding == null ? Binding.of(port.name(), Map.of()) : binding;
    }

    /// A port and its processing.
    static Words words(Port port) {
        return new Words(port, binding(port));
    }

    /// The one tensor of a port.
    static TensorInfo tensor(Port port, List<TensorInfo> declared) {
        Binding binding = binding(port);
        if (!binding.parts().isEmpty()) {
            throw Adapter.wrong(
                    port,
                    "is of kind %s, which is one tensor, and names several; give one name"
                            .formatted(port.kind()));
        }
        return tensor(port, binding.name(), declared);
    }

    /// The tensor of a name.
    ///
    /// @param port what asks for it
    static TensorInfo tensor(Port port, String name, List<TensorInfo> declared) {
        return declared.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Adapter.wrong(
                                port,
                                "stands for the tensor '%s', which the network does not have; use %s"
                                        .formatted(
                                                name,
                                                declared.stream()
                                                        .map(TensorInfo::name)
                                                        .collect(Collectors.joining(", ")))));
    }

    /// Does something of which the problems are kept, as those of one side.
    static void attempt(List<Problem> problems, String side, Runnable bind) {
        try {
            bind.run();
        } catch (ProblemException e) {
            e.problems().stream()
                    .map(p -> p.withContext(Map.of(Problem.SIDE, side)))
                    .forEach(problems::add);
        }
    }
}
