package dev.vitrine.engine;

import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.tensor.TensorComparison;
import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.onnx.OnnxFile;
import dev.vitrine.onnx.ValueInfo;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What should come out of a model, held against what does.
///
/// @param expected the outputs, in the file's order: each a tensor or a list of tensors
record TestTensors(List<Object> expected) {
    /// The tolerances of ONNX's own backend tests: the defaults of `TestCase` in
    /// `onnx/backend/test/case/test_case.py`, which its runner hands to NumPy's `assert_allclose`.
    private static final TensorComparison NEAR = new TensorComparison(1e-3, 1e-7);

    /// A `bfloat16` has eight bits, so its neighbour is further off than that.
    private static final TensorComparison NEIGHBOURS = new TensorComparison(1.0 / 128, 1e-7);

    static TestTensors of(OnnxFile file, TestData data) {
        List<Object> all = new ArrayList<>();
        for (ValueInfo output : file.outputs()) {
            boolean isList = output.members().isPresent();
            Port port =
                    Port.of("output", isList ? "tensors" : "tensor")
                            .withOptions(Map.of("type", output.tensors().getFirst().type().text()));
            all.add(Kinds.of(port).decode(port, data.outputs().get(all.size())));
        }
        return new TestTensors(all);
    }

    /// The tensors of the network: each output itself, or the two that stand for a list.
    TestTensors flat() {
        return new TestTensors(
                expected.stream().flatMap(e -> parts(e).stream().map(Object.class::cast)).toList());
    }

    private static List<Tensor> parts(Object expected) {
        return expected instanceof TensorList list
                ? List.of(list.elements(), list.shapes())
                : List.of((Tensor) expected);
    }

    /// A test tensor as a port's network takes or gives it.
    static Tensor tensor(Port port, Raw.Upload file) {
        return new TensorKind().decode(port, file);
    }

    /// What differs in the values of ports, where there is one for each output; ports such as
    /// labels, which make something else of a tensor, are passed over.
    Optional<String> differs(List<Object> values) {
        for (int i = 0; i < expected.size() && values.size() == expected.size(); i++) {
            Tensor wanted = parts(expected.get(i)).getFirst();
            Optional<String> d =
                    switch (values.get(i)) {
                        case Tensor tensor -> near(wanted, tensor);
                        case TensorList list ->
                                new TestTensors(List.of(expected.get(i)))
                                        .flat()
                                        .differs(List.of(list.elements(), list.shapes()));
                        case Double number -> near(first(wanted), number(number));
                        case Boolean on -> near(first(wanted), number(on ? 1 : 0));
                        case String text ->
                                text.equals(String.join("\n", wanted.strings()))
                                        ? Optional.empty()
                                        : Optional.of(text);
                        default -> Optional.empty();
                    };
            if (d.isPresent()) {
                return d;
            }
        }
        return Optional.empty();
    }

    private static Tensor first(Tensor tensor) {
        return number(tensor.number(0));
    }

    private static Tensor number(double value) {
        return Tensor.of(ElementType.FLOAT64, new double[] {value}, 1);
    }

    /// Numbers written as strings are held against each other as numbers.
    private static Optional<String> near(Tensor wanted, Tensor given) {
        if (wanted.type() == ElementType.STRING && given.size() == wanted.size()) {
            Optional<Tensor> numbers = numbers(wanted);
            Optional<Tensor> others = numbers(given);
            if (numbers.isPresent() && others.isPresent()) {
                return NEAR.differs(numbers.get(), others.get());
            }
        }
        return (wanted.type() == ElementType.BFLOAT16 ? NEIGHBOURS : NEAR).differs(wanted, given);
    }

    private static Optional<Tensor> numbers(Tensor strings) {
        try {
            double[] numbers =
                    strings.strings().stream().mapToDouble(Double::parseDouble).toArray();
            return Optional.of(Tensor.of(ElementType.FLOAT64, numbers, strings.shape()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
