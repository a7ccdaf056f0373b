package dev.vitrine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Network;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What cannot be opened is refused in a sentence, and odd names open.
class OpeningTest {
    private static final byte[] GOOD = TinyModel.cast(ElementType.FLOAT32, ElementType.INT64);

    @TempDir Path folder;

    @Test
    void noFileIsSaidSo() {
        Path file = folder.resolve("nothing.onnx");
        var thrown =
                catchThrowableOfType(
                        ProblemException.class, () -> new OnnxRuntime().open(file).close());
        assertThat(thrown.fault()).isEqualTo(Fault.ABSENT);
        assertThat(thrown)
                .hasMessage("There is no file '%s'; check its name and folder.".formatted(file));
    }

    @Test
    void whatIsNoOnnxIsSaidSo() {
        String sentence =
                "'model.onnx' is no ONNX file or was cut short; export it or copy it again.";
        byte[] species = read(Networks.SPECIES);
        for (byte[] bytes :
                List.of(
                        new byte[0],
                        "hello".getBytes(StandardCharsets.UTF_8),
                        "<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOf(species, species.length / 2),
                        Arrays.copyOf(species, species.length - 1))) {
            assertThat(refused(bytes)).isEqualTo(sentence);
        }
    }

    @Test
    void anOperatorThatNobodyHasIsNamed() {
        assertThat(refused(TestModels.binary("Frobnicate")))
                .isEqualTo(
                        "'model.onnx' uses the operator 'Frobnicate', which ONNX Runtime does not"
                                + " have; export it with ONNX's own operators.");
    }

    @Test
    void aModelForANewerOpsetSaysWhichIsTheLast() {
        assertThat(refused(TestModels.versioned(9, 999)))
                .matches(
                        "'model.onnx' is written for opset 999; export it with opset \\d\\d or"
                                + " lower\\.");
    }

    @Test
    void aNewerFormatSaysWhichIsTheLast() {
        assertThat(refused(TestModels.versioned(99, 19)))
                .matches(
                        "'model.onnx' has the format version 99; export it with version \\d\\d or"
                                + " lower\\.");
    }

    @Test
    void aTypeThatNoTensorHoldsIsNamed() {
        assertThat(refused(TestModels.sequenceLength()))
                .isEqualTo(
                        "The input 'x' is a sequence of tensors, which Vitrine cannot give; export"
                                + " the model with tensors as inputs.");
    }

    @Test
    void weightsThatAreNotThereAreSaidSo() {
        assertThat(refused(TestModels.external("weights.bin")))
                .isEqualTo(
                        "'model.onnx' keeps weights in another file that is not in its folder; put"
                                + " it there.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../weights.bin", "/etc/hostname"})
    void weightsOutsideTheFolderAreRefused(String location) throws IOException {
        Files.write(folder.resolveSibling("weights.bin"), new byte[64]);
        assertThat(refused(TestModels.external(location)))
                .startsWith("'model.onnx' keeps weights in another file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with space", "ü ß", "日本", "😀", "a'b", "100%s"})
    void foldersAndFilesOfAnyNameOpen(String name) throws IOException {
        Path inFolder = Files.createDirectory(folder.resolve(name)).resolve("model.onnx");
        Path byName = folder.resolve(name).resolve(name + ".onnx");
        for (Path file : List.of(inFolder, byName)) {
            Files.write(file, GOOD);
            try (Network network = Networks.open(file)) {
                assertThat(network.inputs()).hasSize(1);
            }
        }
    }

    @Test
    void weightsBesideAModelAreFoundWhateverItsFolderIsCalled() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("😀"));
        Files.write(odd.resolve("weights.bin"), new byte[8]);
        try (Network network = Networks.open(odd, TestModels.external("weights.bin"))) {
            assertThat(network.outputs()).hasSize(1);
        }
    }

    private String refused(byte[] model) {
        var thrown =
                catchThrowableOfType(
                        ProblemException.class, () -> Networks.open(folder, model).close());
        assertThat(thrown.fault()).isEqualTo(Fault.MODEL);
        return thrown.getMessage();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
