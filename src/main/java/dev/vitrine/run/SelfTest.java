package dev.vitrine.run;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Kinds;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Runs every example of a model and holds what comes out against what its signature expects.
public final class SelfTest {
    /// What became of one example.
    ///
    /// @param example the example
    /// @param number its number, from 1
    /// @param compared whether the example says what to expect of any output
    /// @param difference what is not as expected, or why it did not run; empty where all is well
    public record Result(Example example, int number, boolean compared, String difference) {
        /// Whether the example ran and gave what is expected of it.
        public boolean passed() {
            return difference.isEmpty();
        }
    }

    private SelfTest() {}

    /// Runs the examples one after the other; blocks.
    public static List<Result> run(Runner runner, Model model) {
        List<Example> examples = model.signature().examples();
        return IntStream.range(0, examples.size())
                .mapToObj(i ->
                        new Result(
                                examples.get(i),
                                i + 1,
                                !examples.get(i).expect().isEmpty(),
                                tryOne(runner, model, examples.get(i))))
                .toList();
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
        return expected == null
                ? Optional.empty()
                : Kinds.differs(
                                port,
                                expected,
                                outputs.find(port.name()).orElseThrow(),
                                example.tolerance())
                        .map(d -> port.name() + ": " + d);
    }
}
