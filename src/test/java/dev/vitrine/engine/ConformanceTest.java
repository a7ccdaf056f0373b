package dev.vitrine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;

import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.onnx.OnnxFile;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// ONNX's own backend tests through Vitrine's one path: the guess of the lone file, values, runner,
/// values. Each model gives what is expected, or what ONNX Runtime alone gives, or one sentence.
class ConformanceTest {
    /// Operators whose outputs nobody can expect; only their types and shapes are compared.
    private static final Set<String> RANDOM =
            Set.of(
                    "Bernoulli",
                    "Dropout",
                    "Multinomial",
                    "RandomNormal",
                    "RandomNormalLike",
                    "RandomUniform",
                    "RandomUniformLike");

    /// Of the 964 some lie at the edge of the tolerance, to either side by the processor's vector
    /// instructions.
    private static final int LEAST_EQUAL = 960;

    /// What becomes of a model.
    private enum Outcome {
        EQUAL,
        AS_BARE_RUN,
        SENTENCE,
        ELSE
    }

    /// One model's way.
    ///
    /// @param bare whether ONNX Runtime alone runs it
    /// @param guessed whether it ran as what it was guessed, too
    /// @param said the sentence, or what is wrong
    private record Result(
            TestData data, Outcome outcome, boolean bare, boolean guessed, String said) {}

    @Test
    void everyModelGivesWhatIsExpectedOrOneSentence() {
        List<TestData> all = TestData.all();
        List<Result> results = new ArrayList<>();
        long begin = System.nanoTime();
        try (Runner runner = new Runner(1)) {
            for (TestData data : all) {
                results.add(result(runner, data));
            }
        }
        print(results, (System.nanoTime() - begin) / 1e9);
        assertThat(results.stream().filter(r -> r.outcome() == Outcome.ELSE)).isEmpty();
        assertThat(results.stream().filter(r -> r.bare() && r.outcome() == Outcome.SENTENCE))
                .as("runs without Vitrine, but not with it")
                .isEmpty();
        assertThat(count(results, Outcome.EQUAL)).isGreaterThanOrEqualTo(LEAST_EQUAL);
    }

    private static Result result(Runner runner, TestData data) {
        OrtEnvironment environment = Native.environment();
        Optional<List<Tensor>> bare = BareRun.of(environment, data);
        try (Model model = ModelFolder.read(data.model(), new OnnxRuntime())) {
            OnnxFile file = OnnxFile.read(data.model());
            TestTensors expected = TestTensors.of(file, data);
            List<Object> outputs = OurRun.asTensors(runner, model, data);
            Optional<List<Object>> guessed = OurRun.asGuessed(runner, model, data);
            Optional<String> wrong =
                    expected.flat().differs(outputs).or(() -> guessed.flatMap(expected::differs));
            Outcome outcome = Outcome.EQUAL;
            if (wrong.isPresent() && bare.isPresent()) {
                boolean random = !Collections.disjoint(file.operators(), RANDOM);
                outcome = Outcome.AS_BARE_RUN;
                wrong = random ? forms(bare.get(), outputs) : values(bare.get(), outputs);
            }
            return new Result(
                    data,
                    wrong.isEmpty() ? outcome : Outcome.ELSE,
                    bare.isPresent(),
                    guessed.isPresent(),
                    wrong.orElse(""));
        } catch (ProblemException e) {
            String said = String.valueOf(e.getMessage());
            Outcome outcome = isSentence(said) ? Outcome.SENTENCE : Outcome.ELSE;
            return new Result(data, outcome, bare.isPresent(), false, said);
        } catch (RuntimeException | AssertionError e) {
            return new Result(data, Outcome.ELSE, bare.isPresent(), false, e.toString());
        }
    }

    private static Optional<String> values(List<Tensor> bare, List<Object> outputs) {
        return bare.equals(outputs) ? Optional.empty() : Optional.of("not what the bare run gives");
    }

    private static Optional<String> forms(List<Tensor> bare, List<Object> outputs) {
        List<String> wanted = bare.stream().map(Tensor::form).toList();
        List<String> given = outputs.stream().map(o -> ((Tensor) o).form()).toList();
        return wanted.equals(given) ? Optional.empty() : Optional.of(given + ", not " + wanted);
    }

    /// One line that ends, says what to do, and holds none of ONNX Runtime's own noise.
    private static boolean isSentence(String said) {
        return said.matches("[^\\n]{20,400}; [^\\n]{5,200}\\.")
                && !said.matches(".*(Error code|Exception|onnxruntime::|\\.(cc|h):\\d+).*");
    }

    private static long count(List<Result> results, Outcome outcome) {
        return results.stream().filter(r -> r.outcome() == outcome).count();
    }

    private static void print(List<Result> results, double seconds) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        Arrays.stream(Outcome.values()).forEach(o -> counts.put(o, count(results, o)));
        System.out.printf(
                "models %d in %.0f s, as guessed too %d%n"
                        + "runs bare / runs with us / outputs equal / equal to the bare run only /"
                        + " clean sentence / anything else%n%d / %d / %d / %d / %d / %d%n",
                results.size(),
                seconds,
                results.stream().filter(Result::guessed).count(),
                results.stream().filter(Result::bare).count(),
                counts.get(Outcome.EQUAL) + counts.get(Outcome.AS_BARE_RUN),
                counts.get(Outcome.EQUAL),
                counts.get(Outcome.AS_BARE_RUN),
                counts.get(Outcome.SENTENCE),
                counts.get(Outcome.ELSE));
        Map<String, List<String>> said = new TreeMap<>();
        results.stream()
                .filter(r -> r.outcome() != Outcome.EQUAL)
                .forEach(r ->
                        said.computeIfAbsent(r.outcome() + " " + r.said(), s -> new ArrayList<>())
                                .add(r.data().name()));
        said.forEach((what, names) -> System.out.println(what + " " + names));
    }
}
