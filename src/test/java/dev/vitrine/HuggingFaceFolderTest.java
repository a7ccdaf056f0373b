package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A network and its `tokenizer.json`, as they lie on Hugging Face's hub, without a signature.
class HuggingFaceFolderTest {
    /// Its weights are whole numbers, whose sums differ between processors.
    private static final double TOLERANCE = 0.02;

    private static final Path FROM = Path.of("models", "meaning");
    private static final Runner RUNNER = new Runner(1);

    @TempDir static Path folder;
    private static Model model;

    @BeforeAll
    static void open() throws IOException {
        for (String name : new String[] {"model.onnx", "tokenizer.json"}) {
            Files.copy(FROM.resolve(name), folder.resolve(name));
        }
        model = ModelFolder.read(folder, new OnnxRuntime(), new HuggingFaceTokenizers());
    }

    @AfterAll
    static void close() {
        RUNNER.close();
        model.close();
    }

    @Test
    void opensWithOneFieldOfTextAndSaysWhatItAssumes() {
        assertThat(model.signature().task()).isEqualTo("feature-extraction");
        assertThat(model.signature().inputs())
                .extracting(Port::name, Port::kind)
                .containsExactly(tuple("text", "text"));
        assertThat(model.signature().inputs().getFirst().because()).contains("tokenizer.json");
        Port vector = model.signature().outputs().getFirst();
        assertThat(vector.kind()).isEqualTo("tensor");
        assertThat(vector.because()).contains("assumed");
        assertThat(vector.help()).contains("assumed");
    }

    @ParameterizedTest
    @CsvSource({
        "A man is playing a guitar on stage.|Someone performs guitar music in a concert.|0.7317",
        "A man is playing a guitar on stage.|The stock market fell sharply on Monday.|-0.0935",
        "How do I reset my password?|I forgot my login details.|0.5298",
        "The cat sleeps on the sofa.|A kitten naps on the couch.|0.7376",
        "The train to Berlin leaves at noon.|Bake the cake for forty minutes.|0.0905",
        "It is raining heavily.|It is raining heavily.|1"
    })
    void givesTheVectorsOfTheReference(String line) {
        String[] pair = line.split("\\|");
        float[] a = vector(pair[0]);
        float[] b = vector(pair[1]);
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
        }
        assertThat(dot).isCloseTo(Double.parseDouble(pair[2]), within(TOLERANCE));
    }

    @Test
    void theNumbersAreThoseOfTheReference() {
        float[] expected = {
            0.1519f, -0.0642f, -0.0292f, 0.0312f, 0.017f, 0.0409f, -0.0415f, -0.0293f
        };
        float[] vector = vector("The cat sleeps on the sofa.");
        assertThat(vector).hasSize(384);
        for (int i = 0; i < expected.length; i++) {
            assertThat(vector[i]).isCloseTo(expected[i], within((float) TOLERANCE));
        }
    }

    private static float[] vector(String text) {
        return RUNNER.submit(model, Values.of("text", text), Origin.HTTP)
                .await()
                .get("last_hidden_state", Tensor.class)
                .floats();
    }
}
