package dev.vitrine.task;

import dev.vitrine.kind.vector.VectorKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something in, numbers that stand for it out, as [Pooling] makes them of a text's tokens.
final class FeatureExtraction extends PortTask {
    private static final String TENSOR = "tensor";
    private static final String VECTOR = "vector";

    FeatureExtraction() {
        super("feature-extraction");
    }

    @Override
    public List<Problem> check(Signature signature, Map<String, Declared> networks) {
        List<Problem> problems = new ArrayList<>();
        require(signature.outputs(), List.of(TENSOR, VECTOR), "output", problems);
        problems.addAll(super.check(signature, networks));
        return problems;
    }

    @Override
    Output output(Signature signature, Declared network, Port port) {
        if (!isPooled(port)) {
            return super.output(signature, network, port);
        }
        TensorInfo tensor = tensor(port, network.outputs());
        Pooling pooling = Pooling.of(words(port), tensor);
        return (inputs, tensors) -> {
            long[] mask =
                    encoding(signature, network)
                            .map(text -> text.mask(tensors))
                            .orElse(new long[0]);
            float[] vector = pooling.pool(Adapter.given(tensors, tensor), mask);
            Tensor pooled = Tensor.of(vector, vector.length);
            return port.kind().equals(VECTOR) ? VectorKind.of(pooled) : pooled;
        };
    }

    private static boolean isPooled(Port port) {
        return List.of(TENSOR, VECTOR).contains(port.kind())
                && binding(port).processing().keySet().stream().anyMatch(Pooling.WORDS::contains);
    }

    /// How the text, where there is one, became tokens.
    private static Optional<TextEncoding> encoding(Signature signature, Declared network) {
        return signature.inputs().stream()
                .map(PortTask::words)
                .filter(TextEncoding::reads)
                .map(words -> TextEncoding.of(words, network.inputs()))
                .findFirst();
    }

    @Override
    List<String> outputWords(Port port) {
        return isPooled(port) ? Pooling.WORDS : super.outputWords(port);
    }
}
