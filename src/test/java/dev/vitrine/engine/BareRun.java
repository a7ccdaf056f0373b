package dev.vitrine.engine;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

import dev.vitrine.kind.Raw;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorProto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// ONNX Runtime's Java interface as its documents show it, without Vitrine.
final class BareRun {
    private BareRun() {}

    /// The outputs, in order; nothing where the interface cannot load, feed or run the model, or
    /// gives what is no tensor.
    static Optional<List<Tensor>> of(OrtEnvironment environment, TestData data) {
        try (OrtSession.SessionOptions options = quiet();
                OrtSession session = environment.createSession(data.model().toString(), options)) {
            Map<String, OnnxTensor> inputs = new HashMap<>();
            try {
                Iterator<Raw.Upload> files = data.inputs().iterator();
                for (NodeInfo input : session.getInputInfo().values()) {
                    Tensor tensor = TensorProto.read(files.next().bytes()).tensor();
                    inputs.put(input.getName(), tensor(environment, tensor));
                }
                try (OrtSession.Result result = session.run(inputs)) {
                    List<Tensor> outputs = new ArrayList<>();
                    for (Map.Entry<String, OnnxValue> output : result) {
                        if (output.getValue() instanceof OnnxSequence) {
                            return Optional.empty();
                        }
                        outputs.add(tensor((OnnxTensor) output.getValue()));
                    }
                    return Optional.of(outputs);
                }
            } finally {
                inputs.values().forEach(OnnxTensor::close);
            }
        } catch (OrtException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static OrtSession.SessionOptions quiet() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        return options;
    }

    private static OnnxTensor tensor(OrtEnvironment environment, Tensor tensor)
            throws OrtException {
        return tensor.type() == ElementType.STRING
                ? OnnxTensor.createTensor(
                        environment, tensor.strings().toArray(String[]::new), tensor.shape())
                : OnnxTensor.createTensor(
                        environment,
                        ByteBuffer.allocateDirect(tensor.buffer().remaining())
                                .order(ByteOrder.nativeOrder())
                                .put(tensor.buffer())
                                .flip(),
                        tensor.shape(),
                        Types.given(tensor.type()));
    }

    private static Tensor tensor(OnnxTensor output) throws OrtException {
        long[] shape = output.getInfo().getShape();
        ElementType type = Types.of(output.getInfo().onnxType).orElseThrow();
        return type == ElementType.STRING
                ? Tensor.of(strings(output.getValue()), shape)
                : Tensor.of(type, output.getByteBuffer(), shape);
    }

    private static List<String> strings(Object value) {
        return value instanceof Object[] all
                ? Arrays.stream(all).flatMap(part -> strings(part).stream()).toList()
                : List.of((String) value);
    }
}
