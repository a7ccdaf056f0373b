package dev.vitrine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Inputs that are not what the file declares are refused in sentences, before native code sees
/// them.
class FitTest {
    private static final Path DIGITS = Path.of("models/digits/model.onnx");

    @TempDir Path folder;

    @Test
    void aWrongSizeIsNamedWithTheShapeThatIsTaken() {
        assertThat(refused(Map.of("image", Tensor.of(new float[392], 1, 1, 14, 28))))
                .containsExactly(
                        "The input 'image' takes the shape [batch, 1, 28, 28], but was given [1, 1,"
                                + " 14, 28].");
    }

    @Test
    void aWrongRankIsNamedWithTheShapeThatIsTaken() {
        assertThat(refused(Map.of("image", Tensor.of(new float[784], 28, 28))))
                .containsExactly(
                        "The input 'image' takes the shape [batch, 1, 28, 28], but was given [28,"
                                + " 28].");
    }

    @Test
    void aWrongTypeIsNamed() {
        assertThat(refused(Map.of("image", Tensor.of(new long[784], 1, 1, 28, 28))))
                .containsExactly("The input 'image' takes float32, but was given int64.");
    }

    @Test
    void missingAndUnknownInputsAreAllNamedAtOnce() {
        assertThat(refused(Map.of("imgae", Tensor.of(new float[784], 1, 1, 28, 28))))
                .containsExactly(
                        "Give the input 'image', float32[batch, 1, 28, 28].",
                        "There is no input 'imgae'; the network takes 'image'.");
    }

    @Test
    void anInputTooManyIsNamed() {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        inputs.put("image", Tensor.of(new float[784], 1, 1, 28, 28));
        inputs.put("seed", Tensor.of(new long[1], 1));
        assertThat(refused(inputs))
                .containsExactly("There is no input 'seed'; the network takes 'image'.");
    }

    @Test
    void aFreeSizeMayBeAnyEvenNone() {
        try (Network network = Networks.open(DIGITS)) {
            for (int batch : new int[] {0, 1, 3}) {
                Tensor images = Tensor.of(new float[batch * 784], batch, 1, 28, 28);
                Tensor scores = network.run(Map.of("image", images), new Stop()).get("scores");
                assertThat(scores.shape()).containsExactly(batch, 10);
            }
        }
    }

    @Test
    void sizesThatOnlyTheNetworkKnowsToBeWrongAreItsOwnSentence() {
        try (Network network = Networks.open(folder, TestModels.binary("MatMul"))) {
            Map<String, Tensor> inputs =
                    Map.of(
                            TinyModel.INPUT,
                            Tensor.of(new float[6], 2, 3),
                            TestModels.SECOND,
                            Tensor.of(new float[8], 4, 2));

            var thrown =
                    catchThrowableOfType(
                            ProblemException.class, () -> network.run(inputs, new Stop()));

            assertThat(thrown.fault()).isEqualTo(Fault.RUN);
            assertThat(thrown)
                    .hasMessage(
                            "The inputs do not fit together inside the network (MatMul: MatMul"
                                    + " dimension mismatch); give sizes that it was made for.");
        }
    }

    private static List<String> refused(Map<String, Tensor> inputs) {
        try (Network network = Networks.open(DIGITS)) {
            var thrown =
                    catchThrowableOfType(
                            ProblemException.class, () -> network.run(inputs, new Stop()));
            assertThat(thrown.fault()).isEqualTo(Fault.INPUT);
            return thrown.problems().stream().map(Problem::message).toList();
        }
    }
}
