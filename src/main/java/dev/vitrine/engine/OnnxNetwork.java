package dev.vitrine.engine;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDManager;
import ai.djl.translate.TranslateException;
import ai.onnxruntime.OrtEnvironment;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// One opened file: a DJL model around a [SessionBlock].
final class OnnxNetwork implements Network {
    private final String title;
    private final Model model;
    private final SessionBlock block;
    private final Predictor<Call, Map<String, Tensor>> predictor;

    /// Runs hold it for reading, [#close()] for writing.
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private boolean closed;

    private OnnxNetwork(String title, Model model, SessionBlock block) {
        this.title = title;
        this.model = model;
        this.block = block;
        this.predictor = model.newPredictor(new CallTranslator());
    }

    static OnnxNetwork open(OrtEnvironment environment, Path file) {
        String title = String.valueOf(file.getFileName());
        Model model = Model.newInstance(title, Device.cpu(), Native.ENGINE);
        try {
            SessionBlock block = SessionBlock.open(environment, file);
            model.getNDManager().attachInternal(NDManager.nextUid(), block);
            model.setBlock(block);
            return new OnnxNetwork(title, model, block);
        } catch (Throwable e) {
            model.close();
            throw e;
        }
    }

    @Override
    public List<TensorInfo> inputs() {
        return block.declared().inputs();
    }

    @Override
    public List<TensorInfo> outputs() {
        return block.declared().outputTensors();
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs, Stop stop) {
        Fit.check(inputs(), inputs);
        stop.check();
        use.readLock().lock();
        try {
            if (closed) {
                throw new ProblemException(
                        Fault.RUN,
                        Problem.of(
                                "closed",
                                "The network '%s' is closed; open it again.".formatted(title)));
            }
            return predictor.predict(new Call(inputs, stop));
        } catch (TranslateException e) {
            // DJL wraps whatever the block throws; ours says it better.
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("DJL does not run its block", e);
        } catch (OutOfMemoryError e) {
            throw ProblemException.run(Sentence.NO_MEMORY, e);
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                predictor.close();
                model.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
