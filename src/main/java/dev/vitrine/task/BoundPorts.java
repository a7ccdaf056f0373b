package dev.vitrine.task;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// The ports of a signature held against one network, each side when it is first wanted: reading
/// the words of a port takes longer than a small picture.
final class BoundPorts implements SimpleTask.Steps {
    private final PortTask task;
    private final Signature signature;
    private final Task.Declared network;
    private volatile @Nullable Map<String, PortInput> inputs;
    private volatile @Nullable Map<String, PortTask.Output> outputs;

    BoundPorts(PortTask task, Signature signature, Task.Declared network) {
        this.task = task;
        this.signature = signature;
        this.network = network;
    }

    @Override
    public Map<String, Tensor> before(Values values, Tokenizers tokenizers) {
        Filled tensors = new Filled();
        inputs().forEach((port, input) ->
                values.find(port)
                        .ifPresent(value -> input.put().put(values, value, tokenizers, tensors)));
        return tensors.all();
    }

    @Override
    public Values after(Values values, Map<String, Tensor> tensors, Stop stop) {
        Map<String, Object> made = new LinkedHashMap<>();
        outputs().forEach((port, output) -> made.put(port, output.of(values, tensors, stop)));
        return new Values(made);
    }

    private Map<String, PortInput> inputs() {
        Map<String, PortInput> bound = inputs;
        if (bound == null) {
            bound = new LinkedHashMap<>();
            for (Port port : signature.inputs()) {
                if (!task.isSetting(signature, port)) {
                    bound.put(port.name(), PortInput.of(signature, network, port));
                }
            }
            inputs = bound;
        }
        return bound;
    }

    private Map<String, PortTask.Output> outputs() {
        Map<String, PortTask.Output> bound = outputs;
        if (bound == null) {
            bound = new LinkedHashMap<>();
            for (Port port : signature.outputs()) {
                bound.put(port.name(), task.output(signature, network, port));
            }
            outputs = bound;
        }
        return bound;
    }
}
