package dev.vitrine.engine;

import static dev.vitrine.engine.TinyModel.INPUT;
import static dev.vitrine.engine.TinyModel.OUTPUT;
import static dev.vitrine.engine.TinyModel.message;
import static dev.vitrine.engine.TinyModel.node;
import static dev.vitrine.engine.TinyModel.value;

import dev.vitrine.tensor.ElementType;

import java.util.List;

/// Models of one node, made for what a test wants to see.
final class TestModels {
    static final String SECOND = "z";

    private TestModels() {}

    /// `y = ` these strings, which stand in the model itself; it has no input.
    static byte[] constant(List<String> strings, long... shape) {
        return TinyModel.model(
                message()
                        .message(1, node("Identity", List.of(INPUT)))
                        .text(2, "constant")
                        .message(5, strings(INPUT, strings, shape))
                        .message(12, value(OUTPUT, ElementType.STRING)));
    }

    /// `y = (x equals these strings)`, element by element.
    static byte[] equal(List<String> strings) {
        return TinyModel.model(
                message()
                        .message(1, node("Equal", List.of(INPUT, SECOND)))
                        .text(2, "equal")
                        .message(5, strings(SECOND, strings, strings.size()))
                        .message(11, value(INPUT, ElementType.STRING))
                        .message(12, value(OUTPUT, ElementType.BOOL)));
    }

    /// `y = operator(x, z)`, all `float32`.
    static byte[] binary(String operator) {
        return TinyModel.model(
                message()
                        .message(1, node(operator, List.of(INPUT, SECOND)))
                        .text(2, "binary")
                        .message(11, value(INPUT, ElementType.FLOAT32))
                        .message(11, value(SECOND, ElementType.FLOAT32))
                        .message(12, value(OUTPUT, ElementType.FLOAT32)));
    }

    /// A model of these versions of the format and of ONNX's operators.
    static byte[] versioned(int format, int opset) {
        TinyModel graph =
                message()
                        .message(1, node("Identity", List.of(INPUT)))
                        .text(2, "versioned")
                        .message(11, value(INPUT, ElementType.FLOAT32))
                        .message(12, value(OUTPUT, ElementType.FLOAT32));
        return TinyModel.model(graph, format, opset);
    }

    /// `y = [x, z]`, a sequence of tensors.
    static byte[] sequence(ElementType type) {
        return TinyModel.model(
                message()
                        .message(1, node("SequenceConstruct", List.of(INPUT, SECOND)))
                        .text(2, "sequence")
                        .message(11, value(INPUT, type))
                        .message(11, value(SECOND, type))
                        .message(12, sequence(OUTPUT, type)));
    }

    /// `y = []`, a sequence of no tensors.
    static byte[] emptySequence(ElementType type) {
        TinyModel dtype = message().text(1, "dtype").number(3, type.onnx()).number(20, 2);
        return TinyModel.model(
                message()
                        .message(1, node("SequenceEmpty", List.of()).message(5, dtype))
                        .text(2, "empty")
                        .message(12, sequence(OUTPUT, type)));
    }

    /// `y` is how many tensors there are in the sequence `x`.
    static byte[] sequenceLength() {
        return TinyModel.model(
                message()
                        .message(1, node("SequenceLength", List.of(INPUT)))
                        .text(2, "length")
                        .message(11, sequence(INPUT, ElementType.FLOAT32))
                        .message(12, value(OUTPUT, ElementType.INT64)));
    }

    private static TinyModel sequence(String name, ElementType type) {
        TinyModel tensor = message().message(1, message().number(1, type.onnx()));
        return message()
                .text(1, name)
                .message(2, message().message(4, message().message(1, tensor)));
    }

    /// `y = x + z`, where the two numbers of `z` lie in another file.
    static byte[] external(String location) {
        TinyModel weights =
                message()
                        .number(1, 2)
                        .number(2, ElementType.FLOAT32.onnx())
                        .text(8, SECOND)
                        .message(13, message().text(1, "location").text(2, location))
                        .number(14, 1);
        return TinyModel.model(
                message()
                        .message(1, node("Add", List.of(INPUT, SECOND)))
                        .text(2, "external")
                        .message(5, weights)
                        .message(11, value(INPUT, ElementType.FLOAT32))
                        .message(12, value(OUTPUT, ElementType.FLOAT32)));
    }

    private static TinyModel strings(String name, List<String> strings, long... shape) {
        TinyModel tensor = message();
        for (long size : shape) {
            tensor.number(1, size);
        }
        tensor.number(2, ElementType.STRING.onnx());
        strings.forEach(s -> tensor.text(6, s));
        return tensor.text(8, name);
    }
}
