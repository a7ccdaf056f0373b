package dev.vitrine.model;

import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;

import java.util.Map;

/// A model in the steps of one run, so that several runs can share the middle one: their tensors
/// stacked along the batch dimension, and what comes out taken apart again.
///
/// Only [dev.vitrine.run.Runner] uses it; it may do so from several threads at once.
public interface Batching {
    /// The tensors of a run.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the values cannot become tensors
    Map<String, Tensor> before(Values inputs);

    /// One call of the network.
    ///
    /// @throws dev.vitrine.tensor.StoppedException where it was stopped
    Map<String, Tensor> run(Map<String, Tensor> inputs, Stop stop);

    /// The outputs of a run.
    ///
    /// @param inputs what went in
    /// @param tensors what came out of the network for this run
    Values after(Values inputs, Map<String, Tensor> tensors);

    /// Whether a call would find the network open.
    boolean isOpen();
}
