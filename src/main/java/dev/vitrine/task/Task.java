package dev.vitrine.task;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;

/// How the ports of a signature become tensors, and tensors its outputs.
///
/// Tasks hold no state; what differs between two models of one task stands in their signatures.
public sealed interface Task permits SimpleTask, LoopTask {
    /// The Hugging Face task tag, such as `image-classification`.
    String id();

    /// Holds a signature against what its networks declare, before anything runs.
    ///
    /// @param signature the declared ports
    /// @param networks what each network declares, by its name in [Signature#models()]
    /// @return what does not fit, in sentences; empty where all does
    List<Problem> check(Signature signature, Map<String, Declared> networks);

    /// The words of [Processing] that a port reads; those it has where the task cannot tell.
    ///
    /// @param isInput whether it is an input
    default List<String> words(Port port, boolean isInput) {
        Binding tensor = port.tensor();
        return tensor == null ? List.of() : List.copyOf(tensor.processing().keySet());
    }

    /// What a network declares.
    ///
    /// @param inputs its inputs, in order
    /// @param outputs its outputs, in order
    record Declared(List<TensorInfo> inputs, List<TensorInfo> outputs) {
        public Declared {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }
}
