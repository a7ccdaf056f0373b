package dev.vitrine.task;

import dev.vitrine.kind.vector.Vector;
import dev.vitrine.kind.vector.VectorKind;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/// A list of numbers to a tensor `[n]`, or `[1, n]` for a network that takes batches, and back.
final class VectorAdapter implements Adapter {
    @Override
    public Function<Object, Tensor> input(Port port, Binding binding, TensorInfo tensor) {
        Adapter.numeric(port, tensor);
        Dimension last = last(port, tensor);
        OptionalInt length = VectorKind.length(port);
        if (!last.isFree() && length.isPresent() && length.getAsInt() != last.size()) {
            throw Adapter.wrong(
                    port,
                    "has the length %d, but the tensor '%s' (%s) takes %d; change the length"
                            .formatted(
                                    length.getAsInt(), tensor.name(), tensor.form(), last.size()));
        }
        return value -> {
            Vector vector = (Vector) value;
            if (!last.isFree() && vector.size() != last.size()) {
                throw ProblemException.input(
                        VectorKind.wrongLength(port, vector.size(), (int) last.size()));
            }
            return tensor(port, tensor, vector);
        };
    }

    private static Tensor tensor(Port port, TensorInfo tensor, Vector vector) {
        long[] sizes = tensor.shape().withFree(1);
        sizes[sizes.length - 1] = vector.size();
        try {
            return Tensor.of(tensor.type(), vector.toArray(), sizes);
        } catch (IllegalArgumentException e) {
            throw ProblemException.input(
                    Problem.at(
                            port.name(),
                            "tensor_dtype",
                            "'%s' is out of what the model takes: %s; give other numbers."
                                    .formatted(port.label(), e.getMessage())));
        }
    }

    @Override
    public Function<Map<String, Tensor>, Object> output(
            Port port, Binding binding, TensorInfo tensor) {
        Adapter.numeric(port, tensor);
        last(port, tensor);
        return tensors -> {
            Tensor given = Adapter.given(tensors, tensor);
            long[] sizes = given.shape();
            if (sizes[sizes.length - 1] != given.size()) {
                throw Adapter.wrong(
                        port,
                        "is one list, but the model gave %s; use the kind tensor"
                                .formatted(given.form()));
            }
            return VectorKind.of(given);
        };
    }

    /// The dimension along which the numbers stand, where all others are of one element.
    private static Dimension last(Port port, TensorInfo tensor) {
        Shape shape = tensor.shape();
        List<Dimension> all = shape.dimensions();
        boolean isList =
                !all.isEmpty()
                        && all.subList(0, all.size() - 1).stream()
                                .allMatch(d -> d.isFree() || d.size() == 1);
        if (!isList) {
            throw Adapter.wrong(
                    port,
                    "is one list of numbers, but the tensor '%s' is %s; use the kind tensor"
                            .formatted(tensor.name(), tensor.form()));
        }
        return all.getLast();
    }
}
