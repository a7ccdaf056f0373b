package dev.vitrine.task;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A number to a tensor of one element or, where it has an `index`, to that element of a tensor;
/// and the first element of a tensor to a number.
final class NumberAdapter implements Adapter {
    @Override
    public Function<Object, Tensor> input(Port port, Binding binding, TensorInfo tensor) {
        Adapter.numeric(port, tensor);
        long[] one = Filling.shape(new Words(port, binding), tensor);
        return value -> {
            try {
                return Tensor.of(tensor.type(), new double[] {(Double) value}, one);
            } catch (IllegalArgumentException e) {
                throw ProblemException.input(
                        Problem.at(
                                        port.name(),
                                        "tensor_dtype",
                                        "'%s' is out of what the model takes: %s; give another number."
                                                .formatted(port.label(), e.getMessage()))
                                .withInput(value));
            }
        };
    }

    @Override
    public List<String> inputWords() {
        return List.of(Filling.INDEX);
    }

    @Override
    public Function<Map<String, Tensor>, Object> output(
            Port port, Binding binding, TensorInfo tensor) {
        Adapter.numeric(port, tensor);
        return tensors -> Adapter.some(port, tensors, tensor).number(0);
    }
}
