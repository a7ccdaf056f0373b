package dev.vitrine.window.kind.tensor;

import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Tensor;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;

/// A tensor as text that its port reads back: nested lists where they say all there is to say, else
/// the object with type and shape.
final class TensorText {
    private TensorText() {}

    static String of(Port port, Tensor tensor) {
        JsonNode object = new TensorKind().encode(port, tensor);
        boolean plain = tensor.type() == TensorKind.elementType(port) && tensor.size() > 0;
        return plain ? nested(object.path("data"), tensor.shape(), 0, 0) : object.toString();
    }

    private static String nested(JsonNode data, long[] shape, int depth, int from) {
        if (depth == shape.length) {
            return data.path(from).toString();
        }
        int stride = (int) Arrays.stream(shape, depth + 1, shape.length).reduce(1, (a, b) -> a * b);
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < shape[depth]; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(nested(data, shape, depth + 1, from + i * stride));
        }
        return text.append(']').toString();
    }
}
