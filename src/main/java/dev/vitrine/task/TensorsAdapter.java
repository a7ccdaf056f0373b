package dev.vitrine.task;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;
import dev.vitrine.tensor.TensorList;

import java.util.Map;
import java.util.function.Function;

/// Lists of tensors out of the two tensors that stand for one.
final class TensorsAdapter implements Adapter {
    @Override
    public Function<Object, Tensor> input(Port port, Binding binding, TensorInfo tensor) {
        throw Adapter.wrong(
                port,
                "is a list of tensors, but the network takes one for '%s'; use the kind tensor"
                        .formatted(tensor.name()));
    }

    @Override
    public Function<Map<String, Tensor>, Object> output(
            Port port, Binding binding, TensorInfo tensor) {
        if (!TensorList.declared(tensor.name(), tensor.type()).contains(tensor)) {
            throw Adapter.wrong(
                    port,
                    "is a list of tensors, but '%s' is one tensor; use the kind tensor"
                            .formatted(tensor.name()));
        }
        return tensors -> {
            Tensor shapes = tensors.get(tensor.name() + TensorList.SHAPES);
            if (shapes == null) {
                throw Adapter.wrong(
                        port,
                        "is a list of tensors, but the network gave no '%s'; use the kind tensor"
                                .formatted(tensor.name() + TensorList.SHAPES));
            }
            return TensorList.of(Adapter.given(tensors, tensor), shapes);
        };
    }
}
