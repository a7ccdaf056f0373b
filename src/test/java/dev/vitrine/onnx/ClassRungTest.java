package dev.vitrine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Port;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ClassRungTest {
    @TempDir Path folder;

    @Test
    void aClassThatGoesInIsAChoiceOfTheNamesBeside() throws IOException {
        Files.writeString(folder.resolve("labels.txt"), "cat\ndog\n");
        Port port = guess("label", 7);
        assertThat(port.kind()).isEqualTo("choice");
        assertThat(port.limits().choices()).isEqualTo(List.of(0L, 1L));
        assertThat(port.options()).containsEntry("names", List.of("cat", "dog"));
        assertThat(port.because()).contains("labels.txt", "may be a choice");
    }

    @Test
    void otherNumbersStayNumbers() throws IOException {
        assertThat(guess("label", 7).kind()).isEqualTo("number");
        Files.writeString(folder.resolve("labels.txt"), "cat\ndog\n");
        assertThat(guess("steps", 7).kind()).isEqualTo("number");
        assertThat(guess("label", 1).kind()).isEqualTo("number");
    }

    private Port guess(String name, int type) throws IOException {
        Path file = folder.resolve("model.onnx");
        Proto graph =
                Proto.message()
                        .field(1, Proto.node("Gemm", name, "out"))
                        .field(11, Proto.value(name, type, -1))
                        .field(12, Proto.value("out", 1, -1));
        Files.write(file, Proto.model(graph).bytes());
        return Guess.of(OnnxFile.read(file), "A model", file).inputs().getFirst();
    }
}
