package dev.vitrine.task;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Tensors as they are, or after [TensorSteps].
final class TensorAdapter implements Adapter {
    @Override
    public Function<Object, Tensor> input(Port port, Binding binding, TensorInfo tensor) {
        TensorSteps steps = TensorSteps.of(new Words(port, binding), tensor);
        return value -> steps.before((Tensor) value, tensor);
    }

    @Override
    public List<String> inputWords() {
        return List.of(TensorSteps.WORD);
    }

    @Override
    public Function<Map<String, Tensor>, Object> output(
            Port port, Binding binding, TensorInfo tensor) {
        TensorSteps steps = TensorSteps.of(new Words(port, binding), tensor);
        return tensors -> steps.after(Adapter.given(tensors, tensor));
    }

    @Override
    public List<String> outputWords() {
        return List.of(TensorSteps.WORD);
    }
}
