package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.http.Endpoint;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// The demo `fashion-generator`: a picture that grows out of noise, what is seen of it on the way,
/// and what it says to a slip in its signature.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FashionGeneratorTest {
    private static final Path FOLDER = Path.of("models/fashion-generator");

    private static Model model;

    @BeforeAll
    static void open() {
        model = ModelFolder.read(FOLDER, new OnnxRuntime());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void thePictureIsShownAfterEachStep() {
        Watcher watcher = new Watcher(Integer.MAX_VALUE);
        Values values = model.predict(inputs(7, 3, 10, 2), watcher);
        assertThat(watcher.words)
                .hasSize(10)
                .startsWith("Step 1 of 10", "Step 2 of 10")
                .endsWith("Step 10 of 10");
        assertThat(watcher.fractions).startsWith(0.1, 0.2).endsWith(1.0).isSorted();
        List<Picture> grown = watcher.partial.stream().map(FashionGeneratorTest::picture).toList();
        assertThat(grown).hasSize(10).doesNotHaveDuplicates().endsWith(picture(values));
        Picture last = grown.getLast();
        // It comes nearer to what it becomes, whatever that is.
        assertThat(apart(grown.get(7), last))
                .isLessThan(apart(grown.get(3), last))
                .isLessThan(apart(grown.get(0), last));
    }

    @Test
    void stopEndsItBeforeTheNextStep() {
        Watcher watcher = new Watcher(2);
        assertThatExceptionOfType(StoppedException.class)
                .isThrownBy(() -> model.predict(inputs(7, 3, 50, 2), watcher));
        assertThat(watcher.partial).hasSize(2);
    }

    @Test
    void aSeedIsAPictureAndAnotherIsAnother() {
        Set<Picture> all = new HashSet<>();
        for (double seed : new double[] {0, 1, 2, 4294967295.0, 1}) {
            all.add(picture(model.predict(inputs(0, seed, 5, 1), RunContext.silent(new Stop()))));
        }
        assertThat(all).hasSize(4);
    }

    @Test
    void theGrowingPictureComesOverHttp() throws Exception {
        try (Catalog catalog = new Catalog(List.of(FOLDER.getParent()), new OnnxRuntime());
                Runner runner = new Runner(1);
                Endpoint endpoint =
                        Endpoint.start(catalog, runner, Endpoint.Options.STANDARD.withPort(0));
                HttpClient client = HttpClient.newHttpClient()) {
            URI predict = endpoint.address().resolve("/models/fashion-generator/predict");
            HttpRequest request =
                    HttpRequest.newBuilder(predict)
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/jsonl")
                            .POST(BodyPublishers.ofString("{\"label\": 9, \"steps\": 50}"))
                            .build();
            List<JsonNode> told = new ArrayList<>();
            try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
                lines.filter(line -> !line.isBlank()).map(Json.MAPPER::readTree).forEach(told::add);
            }
            List<Picture> partial = pictures(told, "partial");
            assertThat(partial).hasSizeGreaterThan(3).doesNotHaveDuplicates();
            assertThat(pictures(told, "result")).singleElement().hasToString("28 × 28");
            assertThat(told)
                    .filteredOn(m -> m.path("event").asString().equals("progress"))
                    .extracting(m -> m.at("/data/message").asString())
                    .anyMatch(words -> words.matches("Step \\d+ of 50"));
        }
    }

    private static List<Picture> pictures(List<JsonNode> told, String event) {
        Port port = model.signature().outputs().getFirst();
        return told.stream()
                .filter(m -> m.path("event").asString().equals(event))
                .map(m -> new ImageKind().decode(port, new Raw.Json(m.at("/data/image"))))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "carry: {x_next: x}|carry: {x_next: y}|does not have; use x, t, t_next, label,"
                        + " guidance",
                "carry: {x_next: x}|carry: {x_next: label}|export the model with float32",
                "carry: {x_next: x}|carry: {x_next: x, image: x}|name under carry the output",
                "timesteps: [t, t_next]|timesteps: [t]|No input feeds the network's 't_next'",
                "timesteps: [t, t_next]|timesteps: [t, x]|holds one value, but the tensor 'x'",
                "min: 5|min: 0|may be made in no step at all; give the input 'steps' a min of at"
                        + " least 1",
                "max: 4294967295|max: 4294967296|a max of at most 4294967295",
                "num_inference_steps: steps|num_inference_steps: guidance|'guidance', which is no"
                        + " number of its own",
                "num_inference_steps: steps|num_inference_steps: 25|'steps', which the network does"
                        + " not have",
                "seed: seed|seed: sed|takes its seed from the input 'sed', which there is not",
                "dice: true|dice: maybe|dice",
            })
    void aSlipInTheSignatureIsFoundBeforeAnythingRuns(
            String from, String to, String sentence, @TempDir Path folder) throws Exception {
        Files.copy(FOLDER.resolve("model.onnx"), folder.resolve("model.onnx"));
        String text = Files.readString(FOLDER.resolve("signature.yaml"));
        assertThat(text).contains(from);
        String changed = text.substring(0, text.indexOf("examples:")).replace(from, to);
        Files.writeString(folder.resolve("signature.yaml"), changed);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ModelFolder.read(folder, new OnnxRuntime()).close())
                .withMessageContaining(sentence);
    }

    private static Values inputs(long label, double seed, double steps, double guidance) {
        return Values.of("label", label)
                .with("seed", seed)
                .with("steps", steps)
                .with("guidance", guidance);
    }

    private static Picture picture(Values values) {
        return values.get("image", Picture.class);
    }

    private static long apart(Picture one, Picture other) {
        long sum = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                sum += Math.abs(one.sample(x, y, 0) - other.sample(x, y, 0));
            }
        }
        return sum;
    }

    /// Keeps what a run says, and stops it after some outputs.
    private static final class Watcher implements RunContext {
        private final List<Values> partial = new ArrayList<>();
        private final List<Double> fractions = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final Stop stop = new Stop();
        private final int most;

        Watcher(int most) {
            this.most = most;
        }

        @Override
        public void progress(double fraction, String message) {
            fractions.add(fraction);
            words.add(Objects.requireNonNull(message));
        }

        @Override
        public void partial(Values outputs) {
            partial.add(outputs);
            if (partial.size() == most) {
                stop.request();
            }
        }

        @Override
        public Stop stop() {
            return stop;
        }
    }
}
