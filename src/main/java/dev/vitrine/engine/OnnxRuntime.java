package dev.vitrine.engine;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.tensor.Network;

import java.nio.file.Files;
import java.nio.file.Path;

/// Opens `.onnx` files with ONNX Runtime.
///
/// Cheap to make: native code is loaded by the first [#open(Path)]. A file is handed over by its
/// path, so one of several gigabytes never passes through the heap. Weights in files beside it are
/// read by ONNX Runtime, which refuses names that leave the model's folder.
public final class OnnxRuntime implements Network.Opener {
    /// {@inheritDoc}
    ///
    /// @throws ProblemException where there is no such file ([Fault#ABSENT]), where ONNX Runtime
    ///   cannot make a session of it ([Fault#MODEL]), or where ONNX Runtime itself does not start
    ///   ([Fault#SYSTEM])
    @Override
    public Network open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(
                    Fault.ABSENT,
                    Problem.of(
                            "missing_file",
                            "There is no file '%s'; check its name and folder.".formatted(file)));
        }
        return OnnxNetwork.open(Native.environment(), file);
    }
}
