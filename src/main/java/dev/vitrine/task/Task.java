package dev.vitrine.task;

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
