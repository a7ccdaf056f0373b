package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.model.SignatureYaml;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Npy;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A model for each way in which other tools describe one, opened with no question asked and run:
/// each would answer wrongly if what stands in or beside it were not read.
///
/// `src/test/resources/ladder/make.py` makes them.
class LadderTest {
    private static final Path LADDER = Path.of("src/test/resources/ladder");
    private static final Catalog CATALOG = new Catalog(List.of(LADDER), new OnnxRuntime());
    private static final Runner RUNNER = new Runner(1);
    private static final int RED = 0xff_e0_20_20;

    @AfterAll
    static void close() {
        RUNNER.close();
        CATALOG.close();
    }

    static Stream<String> models() throws IOException {
        try (Stream<Path> folders = Files.list(LADDER)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /// What is understood of each, word for word; where a guess gets better, judge it and change
    /// the file.
    @ParameterizedTest
    @MethodSource("models")
    void eachIsUnderstoodAsItWasJudged(String id) throws IOException {
        String yaml = SignatureYaml.write(CATALOG.model(id).signature());
        Path golden = LADDER.resolve(id + ".yaml");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, yaml);
        }
        assertThat(yaml)
                .as("%s; where the change is meant, -Dgolden.write=true writes it", golden)
                .isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
    }

    /// What a guess is saved as reads back to the same.
    @ParameterizedTest
    @MethodSource("models")
    void eachGuessReadsBackOnceItIsSaved(String id, @TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(LADDER.resolve(id))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Signature guess = CATALOG.model(id).signature();
        Files.writeString(folder.resolve("signature.yaml"), SignatureYaml.write(guess));
        try (Model read = ModelFolder.read(folder, new OnnxRuntime())) {
            assertThat(SignatureYaml.write(read.signature()))
                    .isEqualTo(SignatureYaml.write(guess).replaceAll("(?m)^ *#.*\\R", ""));
        }
    }

    @Test
    void ultralyticsDetectorsFindTheirThings() {
        Values white = run("ultralytics-detect", Map.of("images", plain(64, 64, 0xff_ff_ff_ff)));
        assertThat(white.get("output0", Boxes.class).boxes())
                .extracting(b ->
                        "%s %.2f %.0f %.0f %.0f %.0f"
                                .formatted(
                                        b.label(), b.score(), b.x(), b.y(), b.width(), b.height()))
                .containsExactly("cat 0.90 8 8 16 16", "dog's toy 0.70 38 35 20 10");
    }

    @ParameterizedTest
    @MethodSource("colours")
    void colourModelsNameTheColour(String id, String input, String output, double confidence) {
        Label label = run(id, Map.of(input, plain(20, 10, RED))).get(output, Label.class);
        assertThat(label.label()).isEqualTo("red");
        assertThat(label.confidences().getFirst().confidence()).isCloseTo(confidence, within(1e-3));
    }

    static Stream<Arguments> colours() {
        double red = 0xe0 / 255.0;
        double other = 0x20 / 255.0;
        return Stream.of(
                colour("huggingface-image", "pixel_values", "logits", surest(8 * red, 8 * other)),
                colour("triton", "INPUT__0", "OUTPUT__0", surest(9 * red, 9 * other)),
                colour("djl", "data", "scores", surest(36 * red, 36 * other)),
                colour("denotations", "data", "classLabelProbs", surest(0.05 * 0xe0, 0.05 * 0x20)),
                colour("embedded", "photo", "colour", surest(9 * red, 9 * other)));
    }

    private static Arguments colour(Object... all) {
        return Arguments.of(all);
    }

    /// Softmax of one score and two others.
    private static double surest(double score, double other) {
        return 1 / (1 + 2 * Math.exp(other - score));
    }

    @ParameterizedTest
    @MethodSource("flowers")
    void scikitLearnsClassifiersTakeARowOfNumbers(String id, String output, List<String> classes) {
        Signature signature = CATALOG.model(id).signature();
        assertThat(signature.task()).isEqualTo("tabular-classification");
        assertThat(signature.inputs()).extracting(Port::kind).containsOnly("number").hasSize(4);
        assertThat(signature.output(output).map(LabelKind::labels)).contains(classes);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("feature_1", 1.0);
        row.put("feature_2", 5.0);
        row.put("feature_3", 0.0);
        row.put("feature_4", 0.0);
        Label label = run(id, row).get(output, Label.class);
        assertThat(label.label()).isEqualTo(classes.get(1));
        double expected = Math.exp(10) / (Math.exp(10) + Math.exp(2) + Math.exp(3));
        assertThat(label.confidences().getFirst().confidence()).isCloseTo(expected, within(1e-4));
    }

    static Stream<Arguments> flowers() {
        List<String> species = List.of("setosa", "versicolor", "virginica");
        return Stream.of(
                colour("sklearn-zipmap", "output_probability", species),
                colour("sklearn-matrix", "probabilities", species),
                colour("sklearn-columns", "probabilities", List.of("10", "12", "14")));
    }

    @Test
    void scikitLearnsInputsAreAFieldEach() {
        Signature signature = CATALOG.model("sklearn-inputs").signature();
        assertThat(signature.inputs())
                .extracting(p -> p.name() + " " + p.kind())
                .containsExactly("age number", "fare number", "sex choice");
        Values out = run("sklearn-inputs", Map.of("age", 30.0, "fare", 7.0, "sex", "female"));
        assertThat(out.get("output_probability", Label.class).label()).isEqualTo("1");
        assertThat(out.get("output_label", Double.class)).isEqualTo(1);
    }

    @Test
    void bioImagesStepsAreCarriedOutOnPictures() {
        Model model = CATALOG.model("bioimage");
        Values out =
                RUNNER.submit(
                                model,
                                Form.decode(
                                        model.signature(),
                                        model.read(model.signature().examples().getFirst())),
                                Origin.SELF_TEST)
                        .await();
        Picture probability = out.get("probability", Picture.class);
        Tensor expected = Npy.read(bytes("bioimage/test_output.npy"));
        for (int i = 0; i < expected.size(); i++) {
            assertThat(probability.sample(i % 32, i / 32, 0) / 255.0)
                    .isCloseTo(expected.number(i), within(3e-3));
        }
    }

    @Test
    void mlflowsColumnsAreFieldsWithTheExampleInThem() {
        Model model = CATALOG.model("mlflow");
        assertThat(model.signature().inputs())
                .extracting(p -> p.label() + " " + p.kind())
                .containsExactly("rooms number", "area in m² number", "garden toggle");
        assertThat(model.signature().examples()).hasSize(1);
        Values in =
                Form.decode(model.signature(), model.read(model.signature().examples().getFirst()));
        assertThat(RUNNER.submit(model, in, Origin.SELF_TEST).await().get("variable", Double.class))
                .isEqualTo(3 * 3 + 60 * 0.5 + 10 + 1);
    }

    @Test
    void mlflowsColumnsMayBeInputsOfTheirOwn(@TempDir Path folder) throws IOException {
        Files.copy(LADDER.resolve("sklearn-inputs/model.onnx"), folder.resolve("model.onnx"));
        Files.writeString(
                folder.resolve("MLmodel"),
                """
                saved_input_example_info: {artifact_path: e.json, type: dataframe}
                signature:
                  inputs: '[{"name": "sex", "type": "string"}, {"name": "age", "type": "boolean"},
                    {"name": "fare", "type": "double"}]'
                  params: '[{"name": "fare", "type": "double", "default": 7.25, "shape": null},
                    {"name": "other", "type": "double", "default": 1, "shape": null}]'
                """);
        Files.writeString(
                folder.resolve("e.json"), "[{\"age\": true, \"sex\": \"male\", \"fare\": 3}]");
        try (Model model = ModelFolder.read(folder, new OnnxRuntime())) {
            assertThat(model.signature().inputs())
                    .extracting(p -> p.name() + " " + p.kind() + " " + p.standard())
                    .containsExactly("age toggle null", "fare number 7.25", "sex choice null");
            assertThat(model.signature().examples().getFirst().inputs())
                    .isEqualTo(Map.of("age", true, "fare", 3L, "sex", "male"));
        }
    }

    /// Triton keeps the network of each version in a folder of its own, transformers.js in `onnx`.
    @ParameterizedTest
    @CsvSource({"triton, 12", "huggingface-image, onnx"})
    void whatDescribesANetworkMayStandAboveIt(String id, String inner, @TempDir Path home)
            throws IOException {
        Path folder = Files.createDirectory(home.resolve(id));
        Path place = Files.createDirectories(folder.resolve(inner));
        Files.createDirectory(folder.resolve("3"));
        try (Stream<Path> files = Files.list(LADDER.resolve(id))) {
            for (Path file : files.toList()) {
                boolean network = file.getFileName().toString().equals("model.onnx");
                Files.copy(file, (network ? place : folder).resolve(file.getFileName()));
            }
        }
        Files.copy(place.resolve("model.onnx"), place.resolve("model_fp16.onnx"));
        Signature known = CATALOG.model(id).signature();
        for (Path opened : List.of(folder, place.resolve("model.onnx"))) {
            try (Model model = ModelFolder.read(opened, new OnnxRuntime())) {
                assertThat(model.signature().outputs()).isEqualTo(known.outputs());
                assertThat(model.signature().inputs()).isEqualTo(known.inputs());
            }
        }
        try (Model model = ModelFolder.read(folder, new OnnxRuntime())) {
            Files.writeString(
                    folder.resolve("signature.yaml"), SignatureYaml.write(model.signature()));
            assertThat(model.signature().models()).isEqualTo(Map.of("main", inner + "/model.onnx"));
        }
        try (Model again = ModelFolder.read(folder, new OnnxRuntime())) {
            assertThat(again.signature().task()).isEqualTo("image-classification");
        }
    }

    private static Values run(String id, Map<String, Object> inputs) {
        Model model = CATALOG.model(id);
        Map<String, Object> all = new LinkedHashMap<>(inputs);
        model.signature().inputs().stream()
                .filter(p -> p.standard() != null)
                .forEach(p -> all.putIfAbsent(p.name(), Objects.requireNonNull(p.standard())));
        return RUNNER.submit(model, new Values(all), Origin.SELF_TEST).await();
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(LADDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Picture plain(int width, int height, int argb) {
        byte[] samples = new byte[width * height * 3];
        for (int i = 0; i < samples.length; i += 3) {
            samples[i] = (byte) (argb >> 16);
            samples[i + 1] = (byte) (argb >> 8);
            samples[i + 2] = (byte) argb;
        }
        return Picture.of(width, height, 3, samples);
    }
}
