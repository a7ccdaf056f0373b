package dev.vitrine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Signature;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class GuessedModelTest {
    @TempDir Path folder;

    @Test
    void aLoneFileIsGuessedAndTheGuessReadsBackOnceItIsSaved() throws Exception {
        Path file = folder.resolve("Ziffern ü 日本.onnx");
        Files.copy(Path.of("models/digits/model.onnx"), file);
        Model guessed = ModelFolder.read(file, NetworkModelTest.NONE);
        assertThat(guessed.id()).isEqualTo("ziffern-----");
        assertThat(guessed.signature().because()).isNotEmpty();
        assertThat(guessed.signature().inputs())
                .allSatisfy(p -> assertThat(p.because()).isNotEmpty());

        Path written = ModelFolder.signatureFile(file);
        assertThat(written.getFileName()).hasToString("Ziffern ü 日本.onnx.signature.yaml");
        Files.writeString(written, SignatureYaml.write(guessed.signature()));
        Signature read = ModelFolder.read(file, NetworkModelTest.NONE).signature();
        assertThat(SignatureYaml.write(read))
                .isEqualTo(
                        SignatureYaml.write(guessed.signature()).replaceAll("(?m)^ *#.*\\R", ""));
    }

    @Test
    void aFolderWithOneNetworkIsCalledByTheFoldersName() throws Exception {
        Path model = Files.createDirectory(folder.resolve("My digits"));
        Files.copy(Path.of("models/digits/model.onnx"), model.resolve("x.onnx"));
        Model guessed = ModelFolder.read(model, NetworkModelTest.NONE);
        assertThat(guessed.id()).isEqualTo("my-digits");
        assertThat(guessed.signature().title()).isEqualTo("My digits");
        assertThat(ModelFolder.signatureFile(model)).isEqualTo(model.resolve("signature.yaml"));
    }
}
