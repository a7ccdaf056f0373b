package dev.vitrine.task;

import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Tensor;

import java.util.Map;

/// A task of one network call: values to tensors, the call, tensors to values.
public non-sealed interface SimpleTask extends Task {
    /// The tensors of the network's inputs, by name.
    ///
    /// @param network what the main network declares, held against the signature by [#check] before
    Map<String, Tensor> before(Signature signature, Declared network, Values inputs);

    /// The values of the signature's outputs.
    ///
    /// @param network what the main network declares
    /// @param inputs what went in, for outputs that lie over an input
    /// @param tensors the network's outputs, by name
    Values after(Signature signature, Declared network, Values inputs, Map<String, Tensor> tensors);
}
