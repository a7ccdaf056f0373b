package dev.vitrine.task;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// On and off to a tensor of one element or, where it has an `index`, to that element of a tensor,
/// 1 or 0 where it holds numbers; and back.
final class ToggleAdapter implements Adapter {
    @Override
    public Function<Object, Tensor> input(Port port, Binding binding, TensorInfo tensor) {
        Adapter.numeric(port, tensor);
        long[] one = Filling.shape(new Words(port, binding), tensor);
        return on -> Tensor.of(tensor.type(), new double[] {(Boolean) on ? 1 : 0}, one);
    }

    @Override
    public List<String> inputWords() {
        return List.of(Filling.INDEX);
    }

    @Override
    public Function<Map<String, Tensor>, Object> output(
            Port port, Binding binding, TensorInfo tensor) {
        Adapter.numeric(port, tensor);
        return tensors -> Adapter.some(port, tensors, tensor).number(0) != 0;
    }
}
