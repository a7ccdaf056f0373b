package dev.vitrine.engine;

import ai.djl.ndarray.NDList;
import ai.djl.nn.AbstractSymbolBlock;
import ai.djl.nn.ParameterList;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

import dev.vitrine.engine.CallTranslator.Outputs;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A DJL block over a session of ONNX Runtime that we opened ourselves: it carries every element
/// type, names its outputs and listens to [Stop] inside native code.
final class SessionBlock extends AbstractSymbolBlock implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Declared declared;

    private SessionBlock(OrtEnvironment environment, OrtSession session, Declared declared) {
        this.environment = environment;
        this.session = session;
        this.declared = declared;
    }

    /// Opens a file.
    ///
    /// @throws ProblemException where ONNX Runtime cannot run it, or it declares what no tensor
    ///   holds
    static SessionBlock open(OrtEnvironment environment, Path file) {
        try (NativePath path = NativePath.of(file);
                OrtSession.SessionOptions options = Options.session()) {
            OrtSession session = environment.createSession(path.text(), options);
            try {
                return new SessionBlock(environment, session, Declared.of(session, file));
            } catch (Throwable e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw Sentence.opening(file, e);
        }
    }

    Declared declared() {
        return declared;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            @Nullable PairList<String, Object> settings) {
        Call call = (Call) CallTranslator.unwrap(inputs);
        try {
            return CallTranslator.wrap(new Outputs(run(call.inputs(), call.stop())));
        } catch (OrtException e) {
            call.stop().check();
            throw Sentence.running(e);
        }
    }

    Map<String, Tensor> run(Map<String, Tensor> inputs, Stop stop) throws OrtException {
        try (Feed feed = Feed.of(environment, inputs);
                OrtSession.RunOptions options = Options.run();
                Stop.Registration _ = stop.onRequest(() -> terminate(options));
                OrtSession.Result result = session.run(feed.tensors(), options)) {
            stop.check();
            Map<String, Tensor> outputs = new LinkedHashMap<>();
            int i = 0;
            for (Output output : declared.outputs()) {
                output.read(result.get(i++), outputs);
            }
            return Collections.unmodifiableMap(outputs);
        }
    }

    private static void terminate(OrtSession.RunOptions options) {
        try {
            options.setTerminate(true);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not take a stop", e);
        }
    }

    @Override
    public ParameterList getDirectParameters() {
        throw new UnsupportedOperationException("The weights stay inside ONNX Runtime");
    }

    @Override
    public void removeLastBlock() {
        throw new UnsupportedOperationException("The graph stays inside ONNX Runtime");
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not close a session", e);
        }
    }

    /// How sessions and runs are set up; the figures behind it stand in the decision records.
    private static final class Options {
        static OrtSession.SessionOptions session() throws OrtException {
            OrtSession.SessionOptions options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(
                    Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
            // Threads that spin between two runs would keep a core busy under an idle window.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // Whatever goes wrong comes back as an exception; standard error is not its to write.
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            return options;
        }

        static OrtSession.RunOptions run() throws OrtException {
            OrtSession.RunOptions options = new OrtSession.RunOptions();
            options.setLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            return options;
        }
    }
}
