package dev.vitrine.task;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A task in which each port stands for one tensor of one network, each on its own.
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
        Set<String> fed = new HashSet<>();
        signature
                .inputs()
                .forEach(p ->
                        tryBind(
                                p,
                                network.inputs(),
                                problems,
                                tensor -> {
                                    fed.add(tensor.name());
                                    Adapter.of(p).input(p, binding(p), tensor);
                                }));
        signature
                .outputs()
                .forEach(p ->
                        tryBind(
                                p,
                                network.outputs(),
                                problems,
                                tensor -> Adapter.of(p).output(p, binding(p), tensor)));
        if (problems.isEmpty()) {
            network.inputs().stream()
                    .filter(t -> !fed.contains(t.name()))
                    .map(t ->
                            Problem.of(
                                    "inputs",
                                    "No input feeds the network's '%s' (%s); declare one for it."
                                            .formatted(t.name(), t.form())))
                    .forEach(problems::add);
        }
        return problems;
    }

    @Override
    public Map<String, Tensor> before(Signature signature, Declared network, Values inputs) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Port port : signature.inputs()) {
            TensorInfo tensor = tensor(port, network.inputs());
            inputs.find(port.name())
                    .ifPresent(value ->
                            tensors.put(
                                    tensor.name(),
                                    Adapter.of(port)
                                            .input(port, binding(port), tensor)
                                            .apply(value)));
        }
        return tensors;
    }

    @Override
    public Values after(
            Signature signature, Declared network, Values inputs, Map<String, Tensor> tensors) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Port port : signature.outputs()) {
            TensorInfo tensor = tensor(port, network.outputs());
            values.put(
                    port.name(),
                    Adapter.of(port).output(port, binding(port), tensor).apply(tensors));
        }
        return new Values(values);
    }

    private static Binding binding(Port port) {
        Binding binding = port.tensor();
        return binding == null ? Binding.of(port.name(), Map.of()) : binding;
    }

    private static TensorInfo tensor(Port port, List<TensorInfo> declared) {
        String name = binding(port).name();
        return declared.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemException.Fault.MODEL,
                                Problem.at(
                                        port.name(),
                                        "tensor",
                                        "The port '%s' stands for the tensor '%s', which the network does not have; use %s."
                                                .formatted(
                                                        port.name(),
                                                        name,
                                                        declared.stream()
                                                                .map(TensorInfo::name)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", "))))));
    }

    private static void tryBind(
            Port port,
            List<TensorInfo> declared,
            List<Problem> problems,
            Consumer<TensorInfo> bind) {
        try {
            bind.accept(tensor(port, declared));
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
    }
}
