package dev.vitrine.task;

import dev.vitrine.kind.choice.Choices;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A choice to a tensor of one element of whatever type, and the first element of a tensor to the
/// choice it equals.
final class ChoiceAdapter implements Adapter {
    @Override
    public Function<Object, Tensor> input(Port port, Binding binding, TensorInfo tensor) {
        long[] one = Adapter.one(port, tensor);
        // All at once, so that a choice which cannot be sent is found before it is chosen.
        Map<Object, Tensor> made = new HashMap<>();
        for (Object choice : port.limits().choices()) {
            made.put(choice, encode(port, tensor, choice, one));
        }
        return value -> made.computeIfAbsent(value, v -> encode(port, tensor, v, one));
    }

    @Override
    public Function<Map<String, Tensor>, Object> output(
            Port port, Binding binding, TensorInfo tensor) {
        Choices choices = Choices.of(port);
        return tensors -> {
            Object value = decode(Adapter.some(port, tensors, tensor));
            return choices.find(value).orElse(value);
        };
    }

    private static Tensor encode(Port port, TensorInfo tensor, Object value, long[] shape) {
        if (tensor.type() == ElementType.STRING) {
            return Tensor.of(List.of(String.valueOf(value)), shape);
        }
        double number =
                switch (value) {
                    case Number n -> n.doubleValue();
                    case Boolean yes -> yes ? 1 : 0;
                    default -> Double.NaN;
                };
        try {
            if (!Double.isNaN(number)) {
                return Tensor.of(tensor.type(), new double[] {number}, shape);
            }
        } catch (IllegalArgumentException e) {
            // Told below, as what is no number at all is.
        }
        throw Adapter.wrong(
                port,
                "has the choice '%s', but the tensor '%s' holds %s; list numbers it can hold under choices, and what people read under names"
                        .formatted(value, tensor.name(), tensor.type()));
    }

    private static Object decode(Tensor tensor) {
        if (tensor.type() == ElementType.STRING) {
            return tensor.strings().getFirst();
        }
        if (tensor.type() == ElementType.BOOL) {
            return tensor.number(0) != 0;
        }
        return tensor.type().isInteger() ? (Object) tensor.whole(0) : (Object) tensor.number(0);
    }
}
