package dev.vitrine.run;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.tensor.TensorComparison;
import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Runs every example of a model, and the test tensors beside it, and holds what comes out against
/// what is expected.
public final class SelfTest {
    /// What became of one example, or of one set of test tensors.
    ///
    /// @param example the example
    /// @param number its number, from 1
    /// @param tensors whether it is a set of test tensors
    /// @param compared whether the example says what to expect of any output
    /// @param difference what is not as expected, or why it did not run; empty where all is well
    public record Result(
            Example example, int number, boolean tensors, boolean compared, String difference) {
        /// Whether the example ran and gave what is expected of it.
        public boolean passed() {
            return difference.isEmpty();
        }
    }

    private static final TensorKind TENSOR = new TensorKind();

    private SelfTest() {}

    /// Runs the examples and the test tensors one after the other; blocks.
    public static List<Result> run(Runner runner, Model model) {
        List<Example> examples = model.signature().examples();
        List<Result> results = new ArrayList<>();
        examples.forEach(e -> results.add(result(runner, model, e, results.size() + 1, false)));
        for (Model tests : model.tests()) {
            for (Example e : tests.signature().examples()) {
                results.add(result(runner, tests, e, results.size() + 1, true));
            }
        }
        return List.copyOf(results);
    }

    private static Result result(
            Runner runner, Model model, Example example, int number, boolean tensors) {
        return new Result(
                example,
                number,
                tensors,
                !example.expect().isEmpty(),
                tryOne(runner, model, example));
    }

    private static String tryOne(Runner runner, Model model, Example example) {
        try {
            Values inputs = Form.decode(model.signature(), model.read(example));
            Values outputs = runner.submit(model, inputs, Origin.SELF_TEST).await();
            Map<String, JsonNode> expected = model.expected(example);
            return model.signature().outputs().stream()
                    .flatMap(port -> differs(port, example, expected, outputs).stream())
                    .findFirst()
                    .orElse("");
        } catch (ProblemException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Optional<String> differs(
            Port port, Example example, Map<String, JsonNode> all, Values outputs) {
        JsonNode expected = all.get(port.name());
        if (expected == null) {
            return Optional.empty();
        }
        Object value = outputs.find(port.name()).orElseThrow();
        Optional<String> difference =
                value instanceof Tensor given && example.relative() > 0
                        ? differs(port, example, expected, given)
                        : Kinds.differs(port, expected, value, example.tolerance());
        return difference.map(d -> port.name() + ": " + d);
    }

    private static Optional<String> differs(
            Port port, Example example, JsonNode expected, Tensor given) {
        Tensor wanted = TENSOR.decode(port, new Raw.Json(expected));
        boolean otherNumbers =
                wanted.type() != given.type()
                        && wanted.type() != ElementType.STRING
                        && given.type() != ElementType.STRING;
        return new TensorComparison(example.relative(), example.tolerance(), example.misses())
                .differs(otherNumbers ? wide(wanted) : wanted, otherNumbers ? wide(given) : given);
    }

    private static Tensor wide(Tensor tensor) {
        double[] values = IntStream.range(0, tensor.size()).mapToDouble(tensor::number).toArray();
        return Tensor.of(ElementType.FLOAT64, values, tensor.shape());
    }
}
