package dev.vitrine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class TokenInputsTest {
    private static final Proto IDS = Proto.value("input_ids", 7, -1, -1);
    private static final Proto MASK = Proto.value("attention_mask", 7, -1, -1);
    private static final Proto LOGITS = Proto.value("logits", 1, -1, 2);

    @TempDir Path folder;

    @Test
    void withATokenizerBesideTheyAreOneText() throws IOException {
        write("tokenizer.json", "{}");
        Signature guess = guess(LOGITS, MASK, IDS);
        assertThat(guess.inputs()).hasSize(1);
        Port text = guess.inputs().getFirst();
        assertThat(text.kind()).isEqualTo("text");
        assertThat(text.tensor())
                .isEqualTo(
                        Binding.of(
                                Map.of(
                                        "input_ids", List.of("input_ids"),
                                        "attention_mask", List.of("attention_mask")),
                                Map.of("tokenizer", "tokenizer.json")));
        assertThat(text.because()).contains("input_ids int64", "attention_mask int64");
    }

    @Test
    void logitsBecomeTheLabelsOfTheConfiguration() throws IOException {
        write("tokenizer.json", "{}");
        write(
                "config.json",
                "{\"id2label\": {\"0\": \"bad\", \"1\": \"good\"}, \"max_position_embeddings\":"
                        + " 512}");
        Signature guess = guess(LOGITS, IDS, MASK);
        assertThat(guess.task()).isEqualTo("text-classification");
        Port label = guess.outputs().getFirst();
        assertThat(label.options()).containsEntry("labels", List.of("bad", "good"));
        assertThat(label.tensor()).isEqualTo(Binding.of("logits", Map.of("apply", "softmax")));
        assertThat(guess.inputs().getFirst().tensor().processing())
                .containsEntry("maxLength", 512L);
        assertThat(guess.inputs().getFirst().because()).contains("max_position_embeddings");
    }

    @Test
    void theTokenizersOwnBoundIsNearerThanTheNetworks() throws IOException {
        write("tokenizer.json", "{}");
        write("config.json", "{\"max_position_embeddings\": 514}");
        write("tokenizer_config.json", "{\"model_max_length\": 512}");
        assertThat(maxLength()).isEqualTo(512L);
        write("tokenizer_config.json", "{\"model_max_length\": 1e30}");
        assertThat(maxLength()).isEqualTo(514L);
        write("config.json", "{\"max_position_embeddings\": \"many\"}");
        assertThat(maxLength()).isNull();
    }

    @Test
    void withoutATokenizerTheyAreNumbersAndSaySo() throws IOException {
        Signature guess = guess(LOGITS, IDS, MASK);
        assertThat(guess.inputs()).extracting(Port::kind).containsOnly("tensor");
        assertThat(guess.inputs().getFirst().because()).contains("put the model's tokenizer.json");
    }

    @Test
    void aTokenizerThatIsALinkIsNone() throws IOException {
        Files.createSymbolicLink(
                folder.resolve("tokenizer.json"), Files.writeString(folder.resolve("x"), "{}"));
        assertThat(guess(LOGITS, IDS, MASK).inputs()).extracting(Port::kind).containsOnly("tensor");
    }

    @Test
    void aVectorForEachTokenBecomesOneWithAnAssumption() throws IOException {
        write("tokenizer.json", "{}");
        Signature guess = guess(Proto.value("last_hidden_state", 1, -1, -1, 8), IDS);
        assertThat(guess.task()).isEqualTo("feature-extraction");
        Port vector = guess.outputs().getFirst();
        assertThat(vector.options()).containsEntry("shape", List.of(8L));
        assertThat(vector.because()).contains("assumed");
    }

    private Object maxLength() throws IOException {
        return guess(LOGITS, IDS).inputs().getFirst().tensor().processing().get("maxLength");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Signature guess(Proto output, Proto... inputs) throws IOException {
        Proto graph = Proto.message().field(1, Proto.node("Gemm", "input_ids", "logits"));
        for (Proto input : inputs) {
            graph.field(11, input);
        }
        Path file = folder.resolve("model.onnx");
        Files.write(file, Proto.model(graph.field(12, output)).bytes());
        return Guess.of(OnnxFile.read(file), "A model", file);
    }
}
