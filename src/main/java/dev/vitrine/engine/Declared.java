package dev.vitrine.engine;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.ValueInfo;

import dev.vitrine.onnx.OnnxFile;
import dev.vitrine.onnx.ValueType;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.TensorInfo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a session takes and gives.
///
/// @param inputs the inputs, in the file's order
/// @param outputs the outputs, in the file's order
record Declared(List<TensorInfo> inputs, List<Output> outputs) {
    Declared {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /// Asks a session.
    ///
    /// @param file where it came from: it tells the order of a classifier's classes, which the
    ///   session does not
    /// @throws ProblemException where an input or output is of a type that no tensor holds
    static Declared of(OrtSession session, Path file) throws OrtException {
        List<TensorInfo> inputs = new ArrayList<>();
        for (NodeInfo input : session.getInputInfo().values()) {
            inputs.add(
                    tensor(input)
                            .orElseThrow(() ->
                                    ProblemException.model(
                                            "The input '%s' is %s, which Vitrine cannot give; export the model with tensors as inputs."
                                                    .formatted(
                                                            input.getName(),
                                                            Sentence.type(input.getInfo())))));
        }
        List<Output> outputs = new ArrayList<>();
        for (NodeInfo output : session.getOutputInfo().values()) {
            outputs.add(output(output, file));
        }
        return new Declared(inputs, outputs);
    }

    /// The outputs as tensors; a sequence of maps appears as its values and its keys.
    List<TensorInfo> outputTensors() {
        return outputs.stream().flatMap(o -> o.tensors().stream()).toList();
    }

    private static Output output(NodeInfo node, Path file) {
        Optional<TensorInfo> tensor = tensor(node);
        if (tensor.isPresent()) {
            return new Output.Plain(tensor.get());
        }
        if (node.getInfo() instanceof SequenceInfo sequence && sequence.isSequenceOfMaps()) {
            Optional<ElementType> key = Types.of(sequence.mapInfo.keyType);
            Optional<ElementType> value = Types.of(sequence.mapInfo.valueType);
            if (key.isPresent() && value.isPresent()) {
                return new Output.Rows(
                        node.getName(), key.get(), value.get(), classes(node.getName(), file));
            }
        }
        if (node.getInfo() instanceof SequenceInfo) {
            Optional<ElementType> members = members(node.getName(), file);
            if (members.isPresent()) {
                return new Output.Members(node.getName(), members.get());
            }
        }
        throw ProblemException.model(
                "The output '%s' is %s, which Vitrine cannot show; export the model with tensors as outputs."
                        .formatted(node.getName(), Sentence.type(node.getInfo())));
    }

    private static List<String> classes(String output, Path file) {
        return OnnxFile.read(file).classes(output);
    }

    /// What the members of a sequence hold; the session knows it by types of Java only.
    private static Optional<ElementType> members(String output, Path file) {
        return OnnxFile.read(file).outputs().stream()
                .filter(v -> v.name().equals(output))
                .flatMap(v -> v.members().stream())
                .map(ValueType.Tensor::element)
                .findFirst();
    }

    private static Optional<TensorInfo> tensor(NodeInfo node) {
        ValueInfo info = node.getInfo();
        return info instanceof ai.onnxruntime.TensorInfo tensor
                ? Types.of(tensor.onnxType)
                        .map(type -> new TensorInfo(node.getName(), type, shape(tensor)))
                : Optional.empty();
    }

    private static Shape shape(ai.onnxruntime.TensorInfo info) {
        long[] sizes = info.getShape();
        String[] names = info.getDimensionNames();
        List<Dimension> dimensions = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            dimensions.add(sizes[i] < 0 ? Dimension.free(names[i]) : Dimension.fixed(sizes[i]));
        }
        return new Shape(dimensions);
    }
}
