package dev.vitrine.tensor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Named tensors in, named tensors out: what an engine makes of a model file.
///
/// A network may be run from several threads at once. It holds native memory until it is closed;
/// closing waits for runs in flight.
public interface Network extends AutoCloseable {
    /// The inputs a run must be given, in the file's order.
    List<TensorInfo> inputs();

    /// The outputs of a run, in the file's order.
    ///
    /// A sequence of maps (ONNX's ZipMap) appears as two: `X`, the values as one row per map, and
    /// `X.keys`, the keys in the order of the columns. A sequence of tensors appears as the two
    /// that stand for a [TensorList]: `X`, the elements, and `X.shapes`.
    List<TensorInfo> outputs();

    /// Runs once, on the calling thread.
    ///
    /// @param inputs a tensor for each declared input
    /// @param stop ends the run early, inside native code too
    /// @return a tensor for each declared output, in order
    /// @throws StoppedException where `stop` was requested
    /// @throws RuntimeException with a sentence that says what to do where an input does not fit or
    ///   native code fails
    Map<String, Tensor> run(Map<String, Tensor> inputs, Stop stop);

    @Override
    void close();

    /// Makes networks of files; implemented by the engine, given to whoever loads models.
    @FunctionalInterface
    interface Opener {
        /// Opens a model file.
        ///
        /// @throws RuntimeException with a sentence that says what to do where the file cannot be
        ///   run
        Network open(Path file);
    }
}
