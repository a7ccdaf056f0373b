package dev.vitrine.engine;

import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;

import java.util.Map;

/// What goes through DJL for one run.
///
/// @param inputs tensors that [Fit] has passed
/// @param stop ends the run early
record Call(Map<String, Tensor> inputs, Stop stop) {}
