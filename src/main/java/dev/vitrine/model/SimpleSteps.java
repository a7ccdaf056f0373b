package dev.vitrine.model;

import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.task.SimpleTask;
import dev.vitrine.task.Task;
import dev.vitrine.task.Tokenizers;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A simple task in its three steps.
record SimpleSteps(SimpleTask.Steps steps, OpenNetworks networks) implements Batching {
    /// Nothing for tasks of several calls or networks, where the tensors have no batch, and for
    /// text that becomes tokens: it is of many lengths, and networks that quantize while they run
    /// take their scales of a whole batch, so that one text would change the answer to another.
    static Optional<Batching> of(
            SimpleTask.Steps steps,
            Signature signature,
            Map<String, Task.Declared> declared,
            OpenNetworks networks) {
        Task.Declared main = declared.values().iterator().next();
        return declared.size() == 1
                        && hasBatch(main)
                        && Tokenizers.wanted(signature, declared).isEmpty()
                ? Optional.of(new SimpleSteps(steps, networks))
                : Optional.empty();
    }

    /// Where the first dimension of all tensors is one of one name, which a run may choose.
    private static boolean hasBatch(Task.Declared network) {
        List<Dimension> first =
                Stream.concat(network.inputs().stream(), network.outputs().stream())
                        .map(TensorInfo::shape)
                        .map(shape -> shape.rank() == 0 ? Dimension.fixed(1) : shape.at(0))
                        .distinct()
                        .toList();
        return first.size() == 1
                && first.getFirst().isFree()
                && !first.getFirst().equals(Dimension.free(""));
    }

    @Override
    public Map<String, Tensor> before(Values inputs) {
        return steps.before(inputs, Tokenizers.NONE);
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs, Stop stop) {
        return networks.use(RunContext.silent(stop), open -> open.main().run(inputs, stop));
    }

    @Override
    public Values after(Values inputs, Map<String, Tensor> tensors) {
        return steps.after(inputs, tensors);
    }

    @Override
    public boolean isOpen() {
        return networks.areOpen();
    }
}
