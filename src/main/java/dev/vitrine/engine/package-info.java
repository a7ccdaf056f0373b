/// Runs networks with ONNX Runtime under DJL; the only package that touches native code.
///
/// DJL owns the model and its life ([ai.djl.Model], [ai.djl.inference.Predictor]); a block of our
/// own carries the tensors, because DJL's arrays drop names, types and shapes that ONNX has.
/// Nothing here reaches the network: both libraries' telemetry is off before their first line runs,
/// and no custom-operator library is ever loaded.
///
/// @see dev.vitrine.engine.OnnxRuntime
package dev.vitrine.engine;
