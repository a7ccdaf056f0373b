package dev.vitrine.task;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A picture in, boxes with names and scores out, as [Detection] makes them of tensors.
///
/// An input that a port of boxes names as its threshold is a setting of the task, which no tensor
/// takes.
final class ObjectDetection extends PortTask {
    /// The kind that it makes.
    static final String BOXES = "boxes";

    ObjectDetection() {
        super("object-detection");
    }

    @Override
    public List<Problem> check(Signature signature, Map<String, Declared> networks) {
        List<Problem> problems = new ArrayList<>();
        require(signature.inputs(), List.of("image"), "input", problems);
        require(signature.outputs(), List.of(BOXES), "output", problems);
        problems.addAll(super.check(signature, networks));
        return problems;
    }

    @Override
    boolean isSetting(Signature signature, Port input) {
        return signature.outputs().stream()
                .filter(ObjectDetection::isBoxes)
                .map(p -> Detection.setting(words(p)))
                .flatMap(Optional::stream)
                .anyMatch(input.name()::equals);
    }

    @Override
    Output output(Signature signature, Declared network, Port port) {
        return isBoxes(port)
                ? new DetectionReader(signature, network, words(port)).read()::decode
                : super.output(signature, network, port);
    }

    @Override
    List<String> outputWords(Port port) {
        return isBoxes(port) ? Detection.WORDS : super.outputWords(port);
    }

    private static boolean isBoxes(Port port) {
        return port.kind().equals(BOXES);
    }
}
