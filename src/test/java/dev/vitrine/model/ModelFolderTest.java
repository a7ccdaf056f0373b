package dev.vitrine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class ModelFolderTest {
    private static final Path DIGITS = Path.of("models/digits");

    private static final String SHORT =
            """
            vitrine: 1
            inputs:
              x: {kind: tensor, tensor: {name: image}}
            outputs:
              y: {kind: tensor, tensor: {name: scores}}
            """;

    @TempDir Path home;

    private static Model digits() {
        return ModelFolder.read(DIGITS, NetworkModelTest.NONE);
    }

    @Test
    void readsTheDigitsDemoWithoutOpeningItsNetwork() throws Exception {
        Model digits = digits();
        assertThat(digits.id()).isEqualTo("digits");
        assertThat(digits.signature().title()).isEqualTo("Digits");
        assertThat(LabelKind.labels(digits.signature().outputs().getFirst()))
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(digits.about().bytes()).isEqualTo(Files.size(DIGITS.resolve("model.onnx")));
        assertThat(digits.about().origin()).contains(DIGITS);
        assertThat(digits.about().card()).isEqualTo(Files.readString(DIGITS.resolve("README.md")));
        assertThat(digits.declared().get("main").inputs()).hasSize(1);
    }

    @Test
    void readsTheMediaOfAnExampleAsUploadsWithTheirNames() throws Exception {
        Model digits = digits();
        Raw raw = digits.read(digits.signature().examples().getFirst()).get("image");
        assertThat(raw).isInstanceOf(Raw.Upload.class);
        Raw.Upload upload = (Raw.Upload) raw;
        assertThat(upload.fileName()).isEqualTo("digit_0.png");
        assertThat(upload.bytes())
                .isEqualTo(Files.readAllBytes(DIGITS.resolve("examples/digit_0.png")));
    }

    private String refusal(Path path) {
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> ModelFolder.read(path, NetworkModelTest.NONE));
        return String.valueOf(e.getMessage());
    }

    /// A folder with the digits' network and this signature.
    private Path folder(String signature) throws IOException {
        Path folder = Files.createDirectory(home.resolve("model"));
        Files.copy(DIGITS.resolve("model.onnx"), folder.resolve("net.onnx"));
        Files.writeString(folder.resolve("signature.yaml"), signature);
        return folder;
    }

    @Test
    void titleAndNetworkNeedNoWordWhereTheFolderSaysThem() throws Exception {
        Signature signature = ModelFolder.read(folder(SHORT), NetworkModelTest.NONE).signature();
        assertThat(signature.title()).isEqualTo("Model");
        assertThat(signature.models()).isEqualTo(Map.of("main", "net.onnx"));
    }

    @Test
    void aTensorPortTakesTypeAndShapeFromTheNetwork() throws Exception {
        Signature signature = ModelFolder.read(folder(SHORT), NetworkModelTest.NONE).signature();
        assertThat(signature.inputs().getFirst().options())
                .isEqualTo(Map.of("type", "float32", "shape", List.of("batch", 1L, 28L, 28L)));
        assertThat(signature.outputs().getFirst().options())
                .isEqualTo(Map.of("type", "float32", "shape", List.of("batch", 10L)));
    }

    @Test
    void aPortThatDoesNotFitItsTensorIsNamedWithFileAndLine() throws Exception {
        Path folder = folder(SHORT.replace("name: scores", "name: score"));
        assertThat(refusal(folder))
                .isEqualTo(
                        folder.resolve("signature.yaml")
                                + " line 5: The port 'y' stands for the tensor 'score', which the"
                                + " network does not have; use scores.");
    }

    @Test
    void aWordThatThePortsKindDoesNotReadIsRefusedWithItsLine() throws Exception {
        Path folder =
                folder(
                        SHORT.replace(
                                "y: {kind: tensor, tensor: {name: scores}}",
                                "y:\n    kind: label\n    tensor:\n      name: scores\n"
                                        + "      clean: [strip]"));
        assertThat(refusal(folder))
                .isEqualTo(
                        folder.resolve("signature.yaml")
                                + " line 9: The port 'y' has the word 'clean', which an output of"
                                + " kind label does not read; leave it out, or use apply, steps.");
    }

    @Test
    void aWrongOutputThatIsCalledAsAnInputIsNamedWithItsOwnLine() throws Exception {
        String twins = SHORT.replaceFirst("(?m)^  y:", "  x:");
        Path folder = folder(twins.replace("name: scores", "name: score"));
        assertThat(refusal(folder)).contains("signature.yaml line 5: The port 'x' stands for");
    }

    @Test
    void aNetworkOutsideTheFolderIsRefusedWithTheLine() throws Exception {
        Path folder = folder("models: {main: ../net.onnx}\n" + SHORT);
        assertThat(refusal(folder))
                .isEqualTo(
                        folder.resolve("signature.yaml")
                                + " line 1: '../net.onnx' leads out of the folder; copy the file"
                                + " into it.");
    }

    @Test
    void aNetworkThatIsCutOffOrMissingIsASentence() throws Exception {
        Path folder = folder(SHORT);
        byte[] whole = Files.readAllBytes(folder.resolve("net.onnx"));
        Files.write(folder.resolve("net.onnx"), Arrays.copyOf(whole, 1000));
        assertThat(refusal(folder)).contains("net.onnx").endsWith(".");
        Files.delete(folder.resolve("net.onnx"));
        assertThat(refusal(folder)).contains("holds no .onnx file");
        assertThat(refusal(home.resolve("nowhere"))).contains("nowhere");
    }

    @Test
    void severalNetworksWithoutASignatureAreNamed() throws Exception {
        Path folder = folder(SHORT);
        Files.copy(DIGITS.resolve("model.onnx"), folder.resolve("b.onnx"));
        assertThat(refusal(folder)).contains("open one of b.onnx, net.onnx");
    }

    @Test
    void twoSignaturesAreOneTooMany() throws Exception {
        Path folder = folder(SHORT);
        Files.writeString(folder.resolve("signature.json"), "{}");
        assertThat(refusal(folder)).contains("two signatures").contains("signature.json");
    }

    @Test
    void aSignatureBesideALoneFileIsUsed() throws Exception {
        Path folder = folder(SHORT);
        for (String name : List.of("net.onnx.signature.yaml", "net.signature.yml")) {
            Path beside = folder.resolve(name);
            Files.writeString(beside, "title: Beside\n" + SHORT);
            Path file = folder.resolve("net.onnx");
            assertThat(ModelFolder.signatureFile(file)).isEqualTo(beside);
            Model model = ModelFolder.read(file, NetworkModelTest.NONE);
            assertThat(model.signature().title()).isEqualTo("Beside");
            assertThat(model.id()).isEqualTo("net");
            Files.delete(beside);
        }
    }

    @Test
    void aLoneFileOfNoNameOfItsOwnIsCalledAsItsFolder() throws Exception {
        Path folder = Files.createDirectory(home.resolve("penguin-species"));
        Path plain = Files.copy(DIGITS.resolve("model.onnx"), folder.resolve("model.onnx"));
        Path named = Files.copy(DIGITS.resolve("model.onnx"), folder.resolve("my_net.onnx"));
        assertThat(ModelFolder.read(plain, NetworkModelTest.NONE).signature().title())
                .isEqualTo("Penguin species");
        assertThat(ModelFolder.read(named, NetworkModelTest.NONE).signature().title())
                .isEqualTo("My net");
    }

    @Test
    void aSignatureInsideTheFileIsUsed() throws Exception {
        Path file = home.resolve("inside.onnx");
        Files.copy(DIGITS.resolve("model.onnx"), file);
        Files.write(
                file,
                metadata(ModelFolder.EMBEDDED, "title: Inside\n" + SHORT),
                StandardOpenOption.APPEND);
        Signature signature = ModelFolder.read(file, NetworkModelTest.NONE).signature();
        assertThat(signature.title()).isEqualTo("Inside");
        assertThat(signature.inputs().getFirst().kind()).isEqualTo("tensor");
    }

    @Test
    void aCardThatCannotBeReadKeepsNoModelFromRunning() throws Exception {
        Path folder = folder(SHORT);
        Files.write(folder.resolve("README.md"), new byte[] {'G', 'r', (byte) 0xF6});
        assertThat(ModelFolder.read(folder, NetworkModelTest.NONE).about().card()).isEmpty();
    }

    /// `ModelProto.metadata_props` (field 14) with one `StringStringEntryProto`, which a parser
    /// adds to those before it.
    private static byte[] metadata(String key, String value) {
        byte[] entry = join(field(1, bytes(key)), field(2, bytes(value)));
        return field(14, entry);
    }

    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(number << 3 | 2);
        int length = content.length;
        while (length > 127) {
            out.write(length & 127 | 128);
            length >>= 7;
        }
        out.write(length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
