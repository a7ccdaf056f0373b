package dev.vitrine.window;

import dev.vitrine.model.Model;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.task.Task;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.stream.Collectors;

/// The tensors behind a port, with what the network declares of them.
final class BoundTensors {
    private BoundTensors() {}

    /// Their names, types and shapes on one line; empty where the port has none.
    static String of(Model model, String port, boolean isInput) {
        Signature signature = model.signature();
        return (isInput ? signature.input(port) : signature.output(port))
                .map(Port::tensor)
                .map(binding -> words(model, binding, isInput))
                .orElse("");
    }

    private static String words(Model model, Binding binding, boolean isInput) {
        Task.Declared network = model.declared().get(binding.network());
        List<TensorInfo> tensors =
                network == null ? List.of() : isInput ? network.inputs() : network.outputs();
        return binding.names().stream()
                .map(name ->
                        tensors.stream()
                                .filter(t -> t.name().equals(name))
                                .map(TensorInfo::toString)
                                .findFirst()
                                .orElse(name))
                .collect(Collectors.joining(", "));
    }
}
