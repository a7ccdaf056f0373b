package dev.vitrine.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The inputs of one run in native memory, given back by [#close()] and not by the garbage
/// collector.
final class Feed implements AutoCloseable {
    /// What vector instructions like to load from.
    private static final long ALIGNMENT = 64;

    private final Arena arena = Arena.ofConfined();
    private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    private final List<OnnxTensor> held = new ArrayList<>();

    private Feed() {}

    static Feed of(OrtEnvironment environment, Map<String, Tensor> inputs) throws OrtException {
        Feed feed = new Feed();
        try {
            for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
                feed.tensors.put(input.getKey(), feed.make(environment, input.getValue()));
            }
            return feed;
        } catch (Throwable e) {
            feed.close();
            throw e;
        }
    }

    Map<String, OnnxTensor> tensors() {
        return tensors;
    }

    private OnnxTensor make(OrtEnvironment environment, Tensor tensor) throws OrtException {
        OnnxTensor made =
                tensor.type() == ElementType.STRING
                        ? Texts.write(environment, tensor)
                        : OnnxTensor.createTensor(
                                environment,
                                copy(tensor),
                                tensor.shape(),
                                Types.given(tensor.type()));
        held.add(made);
        if (Types.signed(tensor.type()) == tensor.type()) {
            return made;
        }
        OnnxTensor unsigned = Recast.to(environment, tensor.type(), made);
        held.add(unsigned);
        return unsigned;
    }

    private ByteBuffer copy(Tensor tensor) {
        ByteBuffer from = tensor.buffer();
        ByteBuffer to =
                arena.allocate(from.remaining(), ALIGNMENT)
                        .asByteBuffer()
                        .order(ByteOrder.nativeOrder());
        return to.put(from).flip();
    }

    @Override
    public void close() {
        held.reversed().forEach(OnnxTensor::close);
        arena.close();
    }
}
