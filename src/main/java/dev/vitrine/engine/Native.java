package dev.vitrine.engine;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Starts DJL and ONNX Runtime once per process, quiet and offline.
final class Native {
    static final String ENGINE = "OnnxRuntime";

    private static @Nullable OrtEnvironment environment;

    private Native() {}

    /// The one environment of the process; the first call loads the native library.
    ///
    /// @throws ProblemException ([Fault#SYSTEM]) where that fails
    static synchronized OrtEnvironment environment() {
        if (environment == null) {
            environment = start();
        }
        return environment;
    }

    /// Keeps DJL from looking for models and libraries on the network.
    static void stayOffline() {
        System.setProperty("ai.djl.offline", "true");
    }

    private static OrtEnvironment start() {
        try {
            stayOffline();
            // or DJL starts the engine that comes with its tokenizers for what ours lacks
            System.setProperty("ai.djl.onnx.disable_alternative", "true");
            Telemetry.off();
            // DJL insists on making the environment itself; whoever asks later shares it.
            Engine.getEngine(ENGINE);
            OrtEnvironment made = OrtEnvironment.getEnvironment();
            made.setTelemetry(false);
            return made;
        } catch (RuntimeException | LinkageError | AssertionError | OrtException e) {
            String sentence =
                    "ONNX Runtime does not start on this machine (%s); it needs 64-bit Linux with glibc, Windows or macOS, and a temporary folder that may hold programs."
                            .formatted(rootOf(e));
            throw new ProblemException(Fault.SYSTEM, List.of(Problem.of("engine", sentence)), e);
        }
    }

    private static String rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Sentence.shorten(String.valueOf(root.getMessage()));
    }
}
