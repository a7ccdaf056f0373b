package dev.vitrine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitrine.kind.number.NumberKind;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class GuessTest {
    @TempDir Path folder;

    /// The table was judged port by port against what the provenance of each model says; where a
    /// guess gets better, judge it again and change the table.
    @ParameterizedTest
    @MethodSource("names")
    void guessesEachRealModelAloneInAFolder(String name) {
        Signature guess = guess(Declared.model(name));
        List<String> expected =
                Declared.lines("guesses.txt").stream()
                        .dropWhile(line -> !line.equals("== " + name))
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("== "))
                        .toList();
        assertThat(table(guess)).containsExactlyElementsOf(expected);
    }

    static List<String> names() {
        return Declared.names();
    }

    @Test
    void numbersClassesThatNothingNamesAndSaysHowToNameThem() {
        Port port = output(guess(Declared.model("lande50")));
        assertThat(port.options()).isEmpty();
        assertThat(port.because()).contains("labels.txt");
    }

    @Test
    void takesClassNamesFromAFileBesideTheModel() throws IOException {
        Path model = copy("ppocr-cls");
        Files.writeString(folder.resolve("labels.txt"), "0\n180\n");
        Port port = output(guess(model));
        assertThat(port.options()).isEqualTo(Map.of("labels", List.of("0", "180")));
        assertThat(port.because()).contains("in the file labels.txt beside it");
    }

    @Test
    void leavesClassNamesThatDoNotFitAndSaysSo() throws IOException {
        Path model = copy("ppocr-cls");
        Files.writeString(folder.resolve("classes.txt"), "a\nb\nc\n");
        Port port = output(guess(model));
        assertThat(port.options()).isEmpty();
        assertThat(port.because())
                .contains("The 3 names in the file classes.txt beside it do not fit.");
    }

    @Test
    void preferWhatTheFileItselfSaysToWhatLiesBesideIt() throws IOException {
        Path model = copy("spam");
        Files.writeString(folder.resolve("labels.txt"), "x\ny\n");
        Port port = guess(model).output("probabilities").orElseThrow();
        assertThat(port.options()).containsEntry("labels", List.of("ham", "spam"));
    }

    @Test
    void keepsTheNameOfTheTensorWhateverThePortIsCalled() {
        Port port = guess(Declared.model("mlsd-tiny")).inputs().getFirst();
        assertThat(port.name()).isEqualTo("input_image_with_alpha");
        assertThat(port.tensor()).isNotNull();
        assertThat(port.tensor().name()).isEqualTo("input_image_with_alpha:0");
    }

    @ParameterizedTest
    @CsvSource({"Gemm, true", "Softmax, false", "Sigmoid, false", "LogSoftmax, true"})
    void appliesSoftmaxOnlyWhereTheGraphDoesNot(String last, boolean softmax) {
        Signature guess = pictureTo(Proto.node(last, "x", "y"), Proto.value("y", 1, -1, 10));
        assertThat(guess.task()).isEqualTo("image-classification");
        assertThat(output(guess).tensor()).isNotNull();
        assertThat(output(guess).tensor().processing())
                .isEqualTo(softmax ? Map.of("apply", "softmax") : Map.of());
    }

    @Test
    void doesNotTakeALongRowWithoutNamesForClasses() {
        Signature guess = pictureTo(Proto.node("Gemm", "x", "y"), Proto.value("y", 1, -1, 1000));
        assertThat(output(guess).kind()).isEqualTo("tensor");
        assertThat(output(guess).because()).contains("labels.txt");
    }

    @ParameterizedTest
    @CsvSource({"Div, 255, 255", "Mul, 0.00392, 255", "Sub, 127.5, 255", "Sub, 0.485, 1"})
    void readsTheScaleOfAPictureFromTheFirstStepOfTheGraph(
            String operator, float constant, double high) {
        byte[] raw = new byte[4];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).putFloat(constant);
        Proto c = Proto.message().integer(2, 1).text(8, "c").bytes(9, raw);
        Proto step = Proto.node(operator, "t", "z").text(1, "c");
        Signature guess =
                guess(
                        Proto.message()
                                .field(1, Proto.node("Transpose", "x", "t"))
                                .field(1, step)
                                .field(5, c)
                                .field(11, Proto.value("x", 1, 1, 224, 224, 3))
                                .field(12, Proto.value("y", 1, 1, 2)));
        Port port = guess.inputs().getFirst();
        assertThat(port.tensor()).isNotNull();
        assertThat(port.tensor().processing())
                .containsEntry("layout", "NHWC")
                .containsEntry("range", List.of(0.0, high));
    }

    @Test
    void knowsTheBoundsOfSmallWholeNumbers() {
        Port port = input(Proto.value("level", 2));
        assertThat(port.kind()).isEqualTo("number");
        assertThat(NumberKind.isWhole(port)).isTrue();
        assertThat(port.limits().max()).hasValue(255);
    }

    @ParameterizedTest
    @CsvSource({"audio", "input_ids", "waveform"})
    void doesNotTakeASeriesForANumber(String name) {
        assertThat(input(Proto.value(name, 7, -1)).kind()).isEqualTo("tensor");
    }

    @Test
    void takesOnlyTheWordsThatTheGraphKnows() {
        Limits limits = guess(Declared.model("penguins-mass")).input("sex").orElseThrow().limits();
        assertThat(limits.choices()).containsExactly("FEMALE", "MALE");
    }

    @Test
    void takesWhatEndsInTanhForAPictureOfThatRange() {
        Signature guess =
                guess(
                        Proto.message()
                                .field(1, Proto.node("Tanh", "z", "y"))
                                .field(11, Proto.value("z", 1, -1, 100))
                                .field(12, Proto.value("y", 1, -1, 3, 64, 64)));
        assertThat(output(guess).kind()).isEqualTo("image");
        assertThat(output(guess).tensor()).isNotNull();
        assertThat(output(guess).tensor().processing()).containsEntry("range", List.of(-1.0, 1.0));
    }

    @Test
    void believesTheDenotationOfAnInput() {
        Proto shape =
                Proto.message()
                        .field(1, Proto.message().integer(1, 48))
                        .field(1, Proto.message().integer(1, 64));
        Proto type = Proto.message().field(1, Proto.tensorType(2).field(2, shape)).text(6, "IMAGE");
        Port port = input(Proto.message().text(1, "x").field(2, type));
        assertThat(port.kind()).isEqualTo("image");
        assertThat(port.tensor()).isNotNull();
        assertThat(port.tensor().processing())
                .containsEntry("layout", "HW")
                .containsEntry("size", List.of(48L, 64L))
                .containsEntry("range", List.of(0.0, 255.0));
    }

    @Test
    void oneYesOrNoIsASwitch() {
        Signature guessed =
                guess(
                        Proto.message()
                                .field(11, Proto.value("training", 9))
                                .field(11, Proto.value("mask", 9, 4))
                                .field(12, Proto.value("y", 1, 4)));
        assertThat(guessed.inputs()).extracting(Port::kind).containsExactly("toggle", "tensor");
        assertThat(guessed.inputs().getFirst().because()).isEqualTo("bool[] is on or off.");
    }

    @Test
    void saysWhichInputNoPortCanHold() {
        Proto type =
                Proto.message()
                        .field(
                                4,
                                Proto.message()
                                        .field(1, Proto.message().field(1, Proto.tensorType(1))));
        Proto graph =
                Proto.message()
                        .field(11, Proto.message().text(1, "list").field(2, type))
                        .field(12, Proto.value("y", 1));
        assertThat(catchThrowableOfType(ProblemException.class, () -> guess(graph)))
                .hasMessage(
                        "The input 'list' of 'model.onnx' is sequence<float32[…]>, which ONNX"
                                + " Runtime's Java interface cannot carry; export the model with"
                                + " tensors only.");
    }

    private Signature pictureTo(Proto last, Proto output) {
        return guess(
                Proto.message()
                        .field(1, last)
                        .field(11, Proto.value("x", 1, -1, 3, 32, 32))
                        .field(12, output));
    }

    private Port input(Proto value) {
        return guess(Proto.message().field(11, value).field(12, Proto.value("y", 1)))
                .inputs()
                .getFirst();
    }

    private Signature guess(Proto graph) {
        try {
            return guess(Files.write(folder.resolve("model.onnx"), Proto.model(graph).bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Signature guess(Path file) {
        return Guess.of(OnnxFile.read(file), "A model", file);
    }

    private static Port output(Signature guess) {
        return guess.outputs().getFirst();
    }

    private Path copy(String name) throws IOException {
        return Files.copy(Declared.model(name), folder.resolve("model.onnx"));
    }

    private static List<String> table(Signature guess) {
        return Stream.of(
                        Stream.of("task " + guess.task()),
                        guess.inputs().stream().map(p -> line("in", p)),
                        guess.outputs().stream().map(p -> line("out", p)))
                .flatMap(lines -> lines)
                .toList();
    }

    private static String line(String side, Port port) {
        return "%s %s: %s %s %s; %s"
                .formatted(
                        side,
                        port.name(),
                        port.kind(),
                        port.tensor() == null ? "" : port.tensor().processing(),
                        port.kind().equals("tensor") ? "" : port.options(),
                        port.because());
    }
}
