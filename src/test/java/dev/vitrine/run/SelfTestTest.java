package dev.vitrine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.run.SelfTest.Result;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Npy;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// Test tensors beside a model are run as its examples are.
class SelfTestTest {
    private static final Path LADDER = Path.of("src/test/resources/ladder");
    private static final Runner RUNNER = new Runner(1);

    @TempDir Path folder;

    @AfterAll
    static void close() {
        RUNNER.close();
    }

    private static List<Result> run(Path home) {
        try (Model model = ModelFolder.read(home, new OnnxRuntime())) {
            return SelfTest.run(RUNNER, model);
        }
    }

    @Test
    void onnxsOwnTestDataAndPairsOfNpzAreCompared() {
        for (Path home :
                List.of(LADDER.resolve("test-data"), LADDER.resolve("test-data/model.onnx"))) {
            List<Result> results = run(home);
            assertThat(results)
                    .extracting(r -> r.number() + " " + r.example().name() + " " + r.passed())
                    .containsExactly("1 test_data_set_0 true", "2 test_inputs.npz false");
            assertThat(results).allMatch(Result::compared).allMatch(Result::tensors);
            assertThat(results.getLast().difference())
                    .isEqualTo("sum: 1 of 3 elements differ; element 2 is 33.0, expected 33.25");
        }
    }

    @Test
    void theZoosTestTensorsGoThroughItsStepsWithItsTolerances() {
        List<Result> spots = run(LADDER.resolve("bioimage"));
        assertThat(spots)
                .extracting(r -> r.example().name())
                .containsExactly("Sample", "bioimageio.yaml");
        assertThat(spots).allMatch(Result::passed);
        assertThat(spots.getLast().example().tolerance()).isEqualTo(1e-3);
        assertThat(spots.getLast().example().relative()).isEqualTo(1e-3);
        assertThat(spots.getLast().example().misses()).isEqualTo(100);
        Result volume = run(LADDER.resolve("bioimage-volume")).getLast();
        assertThat(volume.difference()).isEmpty();
        assertThat(volume.example().tolerance()).isEqualTo(0.01);
        assertThat(volume.example().relative()).isEqualTo(0.02);
        assertThat(volume.example().misses()).isEqualTo(5);
    }

    @Test
    void aFewElementsOfAMillionMayMiss() throws IOException {
        copy("bioimage");
        Path file = folder.resolve("test_output.npy");
        Tensor right = Npy.read(Files.readAllBytes(file));
        Files.write(file, Npy.write(changed(right, 1)));
        assertThat(run(folder).getLast().difference())
                .startsWith("logits: 1 of 1,024 elements differ");
        Files.writeString(
                folder.resolve("bioimageio.yaml"),
                "config: {bioimageio: {reproducibility_tolerance:"
                        + " [{mismatched_elements_per_million: 1000}]}}\n",
                StandardOpenOption.APPEND);
        assertThat(run(folder).getLast().passed()).isTrue();
        Files.write(file, Npy.write(changed(right, 2)));
        assertThat(run(folder).getLast().passed()).isFalse();
    }

    @Test
    void damagedTestTensorsAreToldInASentence() throws IOException {
        copy("test-data");
        Path set = Files.createDirectory(folder.resolve("test_data_set_3"));
        Files.write(set.resolve("input_0.pb"), new byte[] {1, 2, 3});
        Files.write(set.resolve("output_0.pb"), new byte[] {});
        Files.write(folder.resolve("test_inputs.npz"), new byte[40]);
        assertThat(run(folder))
                .hasSize(2)
                .noneMatch(Result::passed)
                .allMatch(r -> r.difference().endsWith("."));
    }

    @Test
    void aSetThatIsALinkIsNotFollowed() throws IOException {
        copy("test-data");
        Files.createSymbolicLink(
                folder.resolve("test_data_set_0"),
                LADDER.resolve("test-data/test_data_set_0").toAbsolutePath());
        assertThat(run(folder))
                .extracting(r -> r.example().name())
                .containsExactly("test_inputs.npz");
    }

    private static Tensor changed(Tensor tensor, int elements) {
        double[] values = new double[tensor.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.number(i) + (i < elements ? 0.5 : 0);
        }
        return Tensor.of(ElementType.FLOAT32, values, tensor.shape());
    }

    private void copy(String id) throws IOException {
        try (Stream<Path> files = Files.list(LADDER.resolve(id))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }
}
