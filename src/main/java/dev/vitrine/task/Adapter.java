package dev.vitrine.task;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What one kind makes of a tensor, and a tensor of it.
///
/// Both sides are asked for when a signature is read, which is when a misfit is found, and used
/// when it runs.
interface Adapter {
    /// What turns a value into the tensor of an input.
    ///
    /// @throws ProblemException where the port cannot stand for that tensor
    Function<Object, Tensor> input(Port port, Binding binding, TensorInfo tensor);

    /// The words of a binding's processing that an input reads.
    default List<String> inputWords() {
        return List.of();
    }

    /// What turns a network's outputs into a value.
    ///
    /// @throws ProblemException where the port cannot stand for that tensor
    Function<Map<String, Tensor>, Object> output(Port port, Binding binding, TensorInfo tensor);

    /// The words of a binding's processing that an output reads.
    default List<String> outputWords() {
        return List.of();
    }

    /// The adapters by kind.
    Map<String, Adapter> ALL =
            Map.ofEntries(
                    Map.entry("image", new ImageAdapter()),
                    Map.entry("mask", new MaskAdapter()),
                    Map.entry("audio", new AudioAdapter()),
                    Map.entry("label", new LabelAdapter()),
                    Map.entry("text", new TextAdapter()),
                    Map.entry("number", new NumberAdapter()),
                    Map.entry("slider", new NumberAdapter()),
                    Map.entry("toggle", new ToggleAdapter()),
                    Map.entry("choice", new ChoiceAdapter()),
                    Map.entry("tensor", new TensorAdapter()),
                    Map.entry("tensors", new TensorsAdapter()),
                    Map.entry("vector", new VectorAdapter()),
                    Map.entry("plot", new PlotAdapter()));

    /// The adapter of a port's kind.
    static Adapter of(Port port) {
        Adapter adapter = ALL.get(port.kind());
        if (adapter == null) {
            throw wrong(
                    port,
                    switch (port.kind()) {
                        case PictureTask.BOXES ->
                                "is of kind 'boxes', which come of several tensors; use the task"
                                        + " object-detection";
                        case PictureTask.HEATMAP ->
                                "is of kind 'heatmap', which lies over a picture; use the task"
                                        + " heat-map";
                        default ->
                                "is of kind '%s', which no tensor can be; use another"
                                        .formatted(port.kind());
                    });
        }
        return adapter;
    }

    /// The tensor that a network gave for an output it declares.
    static Tensor given(Map<String, Tensor> tensors, TensorInfo tensor) {
        Tensor given = tensors.get(tensor.name());
        if (given == null) {
            throw ProblemException.run(
                    "The network gave nothing for its output '%s'; export it again."
                            .formatted(tensor.name()),
                    null);
        }
        return given;
    }

    /// The tensor that a network gave for an output of which the first element is shown.
    static Tensor some(Port port, Map<String, Tensor> tensors, TensorInfo tensor) {
        Tensor given = given(tensors, tensor);
        if (given.size() == 0) {
            throw wrong(
                    port,
                    "is one value, but the model gave %s, which is empty; try another input"
                            .formatted(given.form()));
        }
        return given;
    }

    /// The shape of a tensor of one element where this one is declared.
    static long[] one(Port port, TensorInfo tensor) {
        long[] sizes = tensor.shape().withFree(1);
        if (Arrays.stream(sizes).anyMatch(n -> n != 1)) {
            throw wrong(
                    port,
                    "holds one value, but the tensor '%s' takes %s; use the kind tensor"
                            .formatted(tensor.name(), tensor.shape()));
        }
        return sizes;
    }

    /// Refuses a tensor of strings.
    static void numeric(Port port, TensorInfo tensor) {
        if (tensor.type() == ElementType.STRING) {
            throw wrong(
                    port,
                    "is a %s, but the tensor '%s' holds strings; use the kind text or choice"
                            .formatted(port.kind(), tensor.name()));
        }
    }

    /// A sentence about a port: its name, what is wrong, what to do.
    static ProblemException wrong(Port port, String rest) {
        return new ProblemException(
                ProblemException.Fault.MODEL,
                Problem.at(
                        port.name(), "tensor", "The port '%s' %s.".formatted(port.name(), rest)));
    }
}
