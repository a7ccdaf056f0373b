package dev.vitrine.task;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Scores to labels, by [LabelDecoding].
final class LabelAdapter implements Adapter {
    /// What [dev.vitrine.tensor.Network#outputs()] puts behind a name for the keys of its maps.
    private static final String KEYS = ".keys";

    @Override
    public Function<Object, Tensor> input(Port port, Binding binding, TensorInfo tensor) {
        throw Adapter.wrong(
                port, "is a label, which no network takes; use the kind text or tensor");
    }

    @Override
    public Function<Map<String, Tensor>, Object> output(
            Port port, Binding binding, TensorInfo tensor) {
        LabelDecoding decoding = LabelDecoding.of(port, binding, tensor);
        TensorSteps steps = TensorSteps.of(new Words(port, binding), tensor);
        return tensors -> {
            Tensor keys = tensors.get(tensor.name() + KEYS);
            return decoding.decode(
                    steps.after(Adapter.given(tensors, tensor)),
                    keys == null ? List.of() : keys.strings());
        };
    }

    @Override
    public List<String> outputWords() {
        return TensorSteps.and(LabelDecoding.WORDS);
    }
}
