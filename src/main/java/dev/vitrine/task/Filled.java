package dev.vitrine.task;

import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The tensors of one run while the ports put theirs in, whole ones and single elements.
final class Filled {
    private final Map<String, Tensor> whole = new LinkedHashMap<>();
    private final Map<TensorInfo, Map<Integer, Tensor>> elements = new LinkedHashMap<>();

    void whole(Map<String, Tensor> tensors) {
        whole.putAll(tensors);
    }

    void element(TensorInfo tensor, int index, Tensor element) {
        elements.computeIfAbsent(tensor, i -> new HashMap<>()).put(index, element);
    }

    /// Every tensor by name, elements joined.
    Map<String, Tensor> all() {
        elements.forEach((info, parts) -> whole.put(info.name(), Filling.join(info, parts)));
        return whole;
    }
}
