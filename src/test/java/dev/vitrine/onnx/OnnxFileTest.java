package dev.vitrine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class OnnxFileTest {
    private static final Proto OUTPUT = Proto.value("y", 1, -1, 10);

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("declarations")
    void readsWhatTheProvenanceOfEachModelSays(String line) {
        String[] columns = line.split(" \\| ");
        OnnxFile file = OnnxFile.read(Declared.model(columns[0]));
        assertThat(file.irVersion()).isEqualTo(Long.parseLong(columns[1]));
        assertThat(file.opsets()).isEqualTo(opsets(columns[2]));
        assertThat(joined(file.inputs(), "; ")).isEqualTo(columns[3]);
        assertThat(joined(file.outputs(), "; ")).isEqualTo(columns[4]);
        assertThat(joined(file.operators(), ", ")).isEqualTo(columns[5]);
    }

    static Stream<String> declarations() {
        return Declared.lines("declarations.txt").stream().filter(line -> !line.startsWith("#"));
    }

    @Test
    void readsAWholeModelWithItsWeightsAndMetadata() {
        OnnxFile digits = OnnxFile.read(Path.of("models/digits/model.onnx"));
        assertThat(digits.inputTensors()).hasToString("[image float32[batch, 1, 28, 28]]");
        assertThat(digits.producer()).isEqualTo("demo-training 2.11.0");
        assertThat(digits.doc()).startsWith("Handwritten digit classifier.");
        assertThat(digits.property("LABELS"))
                .hasValueSatisfying(v -> assertThat(v).contains("\"9\""));
        assertThat(digits.parameters()).isEqualTo(170_442);
        assertThat(digits.lastSteps().get("scores").operator()).isEqualTo("Softmax");
    }

    @Test
    void showsASequenceOfMapsAsItsValuesAndItsKeysInTheGraphsOrder() {
        OnnxFile penguins = OnnxFile.read(Declared.model("penguins-species"));
        assertThat(penguins.outputTensors())
                .hasToString(
                        "[species string[N], scores float32[N, 3], probabilities float32[N,"
                                + " classes], probabilities.keys string[classes]]");
        assertThat(penguins.classes("probabilities"))
                .containsExactly("Adelie", "Chinstrap", "Gentoo");
    }

    @Test
    void leavesOutInputsThatHaveAnInitializer() {
        OnnxFile file =
                read(
                        Proto.message()
                                .field(11, Proto.value("w", 1, 3))
                                .field(11, Proto.value("x", 1, 3))
                                .field(5, Proto.message().text(8, "w").bytes(9, new byte[12]))
                                .field(12, OUTPUT));
        assertThat(file.inputTensors()).hasToString("[x float32[3]]");
    }

    @Test
    void knowsTheDifferenceBetweenAScalarAndAnUnknownRank() {
        OnnxFile file =
                read(
                        Proto.message()
                                .field(11, Proto.value("scalar", 7))
                                .field(11, Proto.typed("unknown", Proto.tensorType(7)))
                                .field(12, OUTPUT));
        assertThat(file.inputs()).hasToString("[scalar int64[], unknown int64[…]]");
        assertThat(file.isRanked("scalar")).isTrue();
        assertThat(file.isRanked("unknown")).isFalse();
    }

    @Test
    void takesNegativeAndMissingSizesAsFree() {
        Proto shape =
                Proto.message()
                        .field(1, Proto.message().integer(1, -1))
                        .field(1, Proto.message())
                        .field(1, Proto.message().text(3, "DATA_CHANNEL"));
        OnnxFile file =
                read(
                        Proto.message()
                                .field(12, Proto.typed("y", Proto.tensorType(1).field(2, shape))));
        assertThat(file.outputs()).hasToString("[y float32[?, ?, ?]]");
        assertThat(((ValueType.Tensor) file.outputs().getFirst().type()).meanings())
                .containsExactly("", "", "DATA_CHANNEL");
    }

    @Test
    void findsOperatorsInsideSubgraphsAndFunctions() {
        Proto branch = Proto.message().field(1, Proto.node("Tanh", "a", "b"));
        Proto attribute = Proto.message().text(1, "then_branch").field(6, branch);
        Proto graph =
                Proto.message()
                        .field(1, Proto.node("If", "c", "y").field(5, attribute))
                        .field(12, OUTPUT);
        Proto function =
                Proto.message().field(7, Proto.node("Gelu", "a", "b").text(7, "com.example"));
        OnnxFile file = read(Proto.model(graph).field(25, function).bytes());
        assertThat(file.operators()).containsExactly("If", "Tanh", "com.example.Gelu");
    }

    @Test
    void namesTheFilesThatHoldTheWeights() {
        Proto entry = Proto.message().text(1, "location").text(2, "ü weights.bin");
        Proto weights = Proto.message().text(8, "w").field(13, entry).integer(14, 1);
        assertThat(read(Proto.message().field(5, weights).field(12, OUTPUT)).externalFiles())
                .containsExactly("ü weights.bin");
    }

    @Test
    void readsFewBytesOfAFileOfGigabytes() throws IOException {
        long weights = 3L << 30;
        byte[] tail = Proto.message().field(12, OUTPUT).bytes();
        byte[] tensor = Proto.message().text(8, "w").header(9, weights).bytes();
        byte[] initializer = Proto.message().header(5, tensor.length + weights).bytes();
        long graph = initializer.length + tensor.length + weights + tail.length;
        byte[] head = Proto.message().integer(1, 8).header(7, graph).bytes();
        Path file = folder.resolve("large.onnx");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(head);
            sparse.write(initializer);
            sparse.write(tensor);
            sparse.seek(sparse.getFilePointer() + weights);
            sparse.write(tail);
        }
        try (CountingChannel channel = new CountingChannel(Files.newByteChannel(file))) {
            OnnxFile read = new Attempt(channel, "large.onnx").read();
            assertThat(read.outputTensors()).hasToString("[y float32[batch, 10]]");
            assertThat(channel.bytesRead()).isLessThan(64 << 10);
        }
    }

    @Test
    void keepsNoMoreTextThanFitsInMemory() throws IOException {
        int name = 60_000;
        int count = 9_000;
        byte[] text = Proto.message().header(8, name).bytes();
        byte[] initializer = Proto.message().header(5, text.length + name).bytes();
        long graph = (long) count * (initializer.length + text.length + name);
        Path file = folder.resolve("wordy.onnx");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(Proto.message().integer(1, 8).header(7, graph).bytes());
            for (int i = 0; i < count; i++) {
                sparse.write(initializer);
                sparse.write(text);
                sparse.seek(sparse.getFilePointer() + name);
            }
            sparse.setLength(sparse.getFilePointer());
        }
        assertRefused(
                file,
                "declares more names, values and operators than a network has, which Vitrine does"
                        + " not read; give a smaller model.");
    }

    @Test
    void refusesMoreInputsThanAFormHasFields() throws IOException {
        Proto graph = Proto.message();
        for (int i = 0; i < 1_001; i++) {
            graph.field(11, Proto.value("x" + i, 1, 1));
        }
        assertRefused(
                Proto.model(graph.field(12, OUTPUT)).bytes(),
                "declares 1,001 inputs, which Vitrine does not read; give a smaller model.");
    }

    @Test
    void refusesMoreDimensionsThanAnyTensorHas() throws IOException {
        Proto model = Proto.model(Proto.message().field(12, Proto.value("y", 1, new long[65])));
        assertRefused(
                model.bytes(),
                "declares a tensor of more than 64 dimensions, which Vitrine does not read; give a"
                        + " smaller model.");
    }

    @Test
    void refusesTwoInputsOfOneName() throws IOException {
        Proto twice = Proto.value("a\nb", 1, 1);
        Proto graph = Proto.message().field(11, twice).field(11, twice).field(12, OUTPUT);
        assertRefused(
                Proto.model(graph).bytes(),
                "declares two inputs called 'a b'; export it again with a name for each.");
    }

    @Test
    void quotesALongNameByItsBeginning() throws IOException {
        Proto output = Proto.message().text(1, "long".repeat(1000));
        Path file =
                Files.write(
                        folder.resolve("a.onnx"),
                        Proto.model(Proto.message().field(12, output)).bytes());
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> OnnxFile.read(file));
        assertThat(e)
                .hasMessage(
                        "The output '%s…' of 'a.onnx' is of no declared type, which Vitrine cannot"
                                + " hold; export it as float32 or another plain type.",
                        "long".repeat(20));
    }

    @Test
    void saysThatAFileIsMissingToWhoeverNamedIt() {
        Path missing = folder.resolve("no such.onnx");
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> OnnxFile.read(missing));
        assertThat(e.fault()).isEqualTo(Fault.ABSENT);
        assertThat(e).hasMessage("There is no file '%s'; check its name and folder.", missing);
    }

    @Test
    void refusesAFolder() {
        assertRefused(folder, "is a folder; give the .onnx file inside it.");
    }

    @Test
    void refusesADeviceThatNeverEnds() {
        Path endless = Path.of("/dev/zero");
        Assumptions.assumeTrue(Files.exists(endless));
        assertRefused(endless, "is no plain file; give an .onnx file.");
    }

    @Test
    void asksForPermissionToRead() throws IOException {
        Path file = Files.write(folder.resolve("a b.onnx"), new byte[1]);
        Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));
        assertRefused(file, "may not be read; ask for the permission to read it.");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertRefused(new byte[0], "is empty; copy or download it again.");
    }

    @Test
    void saysHowMuchOfACutOffFileIsMissing() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("models/digits/model.onnx"));
        assertRefused(
                Arrays.copyOf(whole, 300_000),
                "is cut off: it has 300,000 bytes of at least 685,177; copy or download it again.");
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void saysWhatAFileIsInsteadOfOnnx(String because, byte[] bytes) throws IOException {
        assertRefused(bytes, because);
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                stranger(
                        "is no ONNX model but a text file; give the .onnx file.",
                        "Grüße\nan alle\n"),
                stranger(
                        "is no ONNX model but a web page; download the file itself, not the page"
                                + " about it.",
                        "\n<!DOCTYPE html><html></html>"),
                stranger(
                        "is no ONNX model but a pointer of Git LFS; run \"git lfs pull\" where it"
                                + " comes from.",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"),
                stranger(
                        "is no ONNX model but a PNG picture; give the .onnx file.",
                        latin("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR")),
                stranger(
                        "is no ONNX model but a zip archive, as PyTorch and Keras save; unpack the"
                                + " .onnx file from it, or export the model as ONNX first.",
                        latin("PK\u0003\u0004\0\0")),
                stranger(
                        "is no ONNX model but a file of weights (safetensors); export the model as"
                                + " ONNX first.",
                        latin("\u0010\0\0\0\0\0\0\0{\"a\": 1}")),
                stranger(
                        "is no ONNX model, or is damaged; give a file that was exported as ONNX.",
                        latin("\u0001\u00ff\u00fe\u0080\u0002\u0007")),
                stranger(
                        "is no ONNX model, or is damaged; give a file that was exported as ONNX.",
                        Proto.message().integer(1, 1).text(2, "another protobuf").bytes()),
                stranger(
                        "declares no output; export it again with one.",
                        Proto.model(Proto.message().text(2, "no output")).bytes()));
    }

    @Test
    void namesTheElementTypeThatNoTensorHolds() throws IOException {
        Path file = folder.resolve("m.onnx");
        Files.write(
                file, Proto.model(Proto.message().field(12, Proto.value("y", 17, -1, 4))).bytes());
        assertThat(catchThrowableOfType(ProblemException.class, () -> OnnxFile.read(file)))
                .hasMessage(
                        "The output 'y' of 'm.onnx' is float8e4m3fn[batch, 4], which Vitrine cannot"
                                + " hold; export it as float32 or another plain type.");
    }

    @Test
    void refusesMessagesNestedTooDeep() throws IOException {
        Proto type = Proto.message().field(1, Proto.tensorType(1));
        for (int i = 0; i < Wire.MAX_DEPTH; i++) {
            type = Proto.message().field(4, Proto.message().field(1, type));
        }
        Proto output = Proto.message().text(1, "y").field(2, type);
        assertRefused(
                Proto.model(Proto.message().field(12, output)).bytes(),
                "is no ONNX model, or is damaged; give a file that was exported as ONNX.");
    }

    private OnnxFile read(Proto graph) {
        return read(Proto.model(graph).bytes());
    }

    private OnnxFile read(byte[] bytes) {
        try {
            return OnnxFile.read(Files.write(folder.resolve("m.onnx"), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(byte[] bytes, String because) throws IOException {
        assertRefused(Files.write(folder.resolve("a b.onnx"), bytes), because);
    }

    private static void assertRefused(Path file, String because) {
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> OnnxFile.read(file));
        assertThat(e.fault()).isEqualTo(Fault.MODEL);
        assertThat(e.getMessage()).isEqualTo("'%s' %s".formatted(file.getFileName(), because));
    }

    private static Arguments stranger(String because, String text) {
        return stranger(because, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments stranger(String because, byte[] bytes) {
        return Arguments.of(because, bytes);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, Long> opsets(String text) {
        return Stream.of(text.split(", "))
                .map(s -> s.split(" "))
                .collect(Collectors.toMap(s -> s[0], s -> Long.parseLong(s[1])));
    }

    private static String joined(Collection<?> all, String between) {
        return all.stream().map(String::valueOf).collect(Collectors.joining(between));
    }
}
