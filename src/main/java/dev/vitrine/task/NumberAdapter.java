package dev.vitrine.task;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/// A number to a tensor of one element, and the first element of a tensor to a number.
final class NumberAdapter implements Adapter {
    @Override
    public Function<Object, Tensor> input(Port port, Binding binding, TensorInfo tensor) {
        numeric(port, tensor);
        long[] one = one(port, tensor);
        return value -> {
            try {
                return Tensor.of(tensor.type(), new double[] {(Double) value}, one);
            } catch (IllegalArgumentException e) {
                throw ProblemException.input(
                        Problem.at(
                                        port.name(),
                                        "tensor_dtype",
                                        "'%s' is out of what the model takes: %s; give another number."
                                                .formatted(port.name(), e.getMessage()))
                                .withInput(value));
            }
        };
    }

    @Override
    public Function<Map<String, Tensor>, Object> output(
            Port port, Binding binding, TensorInfo tensor) {
        numeric(port, tensor);
        return tensors -> {
            Tensor given = Adapter.given(tensors, tensor);
            if (given.size() == 0) {
                throw Adapter.wrong(
                        port,
                        "is a number, but the model gave %s, which is empty; try another input"
                                .formatted(given));
            }
            return given.number(0);
        };
    }

    /// The shape of a tensor of one element where this one is declared.
    static long[] one(Port port, TensorInfo tensor) {
        long[] sizes = tensor.shape().withFree(1);
        if (Arrays.stream(sizes).anyMatch(n -> n != 1)) {
            throw Adapter.wrong(
                    port,
                    "holds one value, but the tensor '%s' takes %s; use the kind tensor"
                            .formatted(tensor.name(), tensor.shape()));
        }
        return sizes;
    }

    private static void numeric(Port port, TensorInfo tensor) {
        if (tensor.type() == ElementType.STRING) {
            throw Adapter.wrong(
                    port,
                    "is a number, but the tensor '%s' holds strings; use the kind text"
                            .formatted(tensor.name()));
        }
    }
}
