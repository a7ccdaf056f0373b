package dev.vitrine.engine;

import static dev.vitrine.engine.TinyModel.INPUT;
import static dev.vitrine.engine.TinyModel.OUTPUT;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;
import dev.vitrine.tensor.TensorList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Whatever a tensor holds reaches the network, and comes back, bit by bit.
class CarriedTypesTest {
    private static final List<long[]> SHAPES =
            List.of(
                    new long[] {},
                    new long[] {1},
                    new long[] {7},
                    new long[] {0},
                    new long[] {2, 0, 3},
                    new long[] {2, 3, 1, 4, 2});

    /// The four bytes of an emoji, a family of joined ones, letters of two and three bytes,
    /// nothing.
    private static final List<String> TEXTS =
            List.of("😀", "a👩‍👩‍👧b", "ü ð ñ", "日本", "", "plain");

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "STRING")
    void numbersOfEveryTypeAndShapeComeBackUnchanged(ElementType type) {
        Random random = new Random(type.onnx());
        try (Network network = Networks.open(folder, TinyModel.cast(type, type))) {
            for (long[] shape : SHAPES) {
                Tensor given = random(type, random, shape);
                assertThat(through(network, given)).as(given.form()).isEqualTo(given);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UINT16", "UINT32", "UINT64"})
    void largeUnsignedNumbersStayLarge(ElementType type) {
        double most = Math.pow(2, 8.0 * type.bytes() - 1);
        long[] bits = {Long.MIN_VALUE >>> (64 - 8 * type.bytes()), 1};
        Tensor given =
                type == ElementType.UINT64
                        ? Tensor.of(type, Tensor.of(bits, 2).buffer(), 2)
                        : Tensor.of(type, new double[] {most, 1}, 2);
        try (Network network = Networks.open(folder, TinyModel.cast(type, ElementType.FLOAT64))) {
            Tensor seen = through(network, given);
            assertThat(seen.number(0)).isEqualTo(most);
            assertThat(seen.number(1)).isEqualTo(1);
        }
    }

    @Test
    void stringsOfEveryShapeComeBackUnchanged() {
        byte[] model = TinyModel.cast(ElementType.STRING, ElementType.STRING);
        try (Network network = Networks.open(folder, model)) {
            for (Tensor given :
                    List.of(
                            Tensor.of(TEXTS, 6),
                            Tensor.of(TEXTS, 2, 3),
                            Tensor.of(TEXTS, 3, 1, 2),
                            Tensor.of(List.of("one"), 1, 1),
                            Tensor.of(List.of("one")),
                            Tensor.of(List.of(), 0),
                            Tensor.of(List.of(), 0, 2))) {
                assertThat(through(network, given)).as(given.form()).isEqualTo(given);
            }
        }
    }

    /// ONNX's own sequences hold no `bfloat16`.
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BFLOAT16")
    void sequencesOfEveryTypeComeWithEachMembersShape(ElementType type) {
        Tensor first =
                type == ElementType.STRING
                        ? Tensor.of(TEXTS, 2, 3)
                        : random(type, new Random(1), 2, 3);
        Tensor second =
                type == ElementType.STRING ? Tensor.of(List.of("😀")) : random(type, new Random(2));
        try (Network network = Networks.open(folder, TestModels.sequence(type))) {
            for (List<Tensor> members : List.of(List.of(first, second), List.of(second, first))) {
                Map<String, Tensor> outputs =
                        network.run(
                                Map.of(
                                        INPUT,
                                        members.getFirst(),
                                        TestModels.SECOND,
                                        members.getLast()),
                                new Stop());
                assertThat(list(outputs)).isEqualTo(new TensorList(type, members));
            }
        }
    }

    @Test
    void anEmptySequenceIsAList() {
        byte[] model = TestModels.emptySequence(ElementType.UINT16);
        try (Network network = Networks.open(folder, model)) {
            assertThat(list(network.run(Map.of(), new Stop())))
                    .isEqualTo(new TensorList(ElementType.UINT16, List.of()));
        }
    }

    private static TensorList list(Map<String, Tensor> outputs) {
        assertThat(outputs).containsOnlyKeys(OUTPUT, OUTPUT + TensorList.SHAPES);
        return TensorList.of(outputs.get(OUTPUT), outputs.get(OUTPUT + TensorList.SHAPES));
    }

    @Test
    void theNetworkSeesStringsInUtf8() {
        try (Network network = Networks.open(folder, TestModels.equal(TEXTS))) {
            Tensor equal = through(network, Tensor.of(TEXTS, TEXTS.size()));
            for (int i = 0; i < TEXTS.size(); i++) {
                assertThat(equal.whole(i)).as(TEXTS.get(i)).isOne();
            }
        }
    }

    @Test
    void theKeysOfAMapComeBackUnchanged() throws IOException {
        byte[] model = Files.readAllBytes(Networks.SPECIES);
        String text = new String(model, StandardCharsets.ISO_8859_1);
        for (String[] name : new String[][] {{"Adelie", "A😀x"}, {"Gentoo", "A😁x"}}) {
            byte[] utf8 = name[1].getBytes(StandardCharsets.UTF_8);
            assertThat(utf8).hasSameSizeAs(name[0].getBytes(StandardCharsets.UTF_8));
            text = text.replace(name[0], new String(utf8, StandardCharsets.ISO_8859_1));
        }
        byte[] renamed = text.getBytes(StandardCharsets.ISO_8859_1);
        try (Network network = Networks.open(folder, renamed)) {
            Map<String, Tensor> row = new HashMap<>();
            for (TensorInfo input : network.inputs()) {
                row.put(
                        input.name(),
                        input.type() == ElementType.STRING
                                ? Tensor.of(List.of("MALE"), 1, 1)
                                : Tensor.of(new float[] {1}, 1, 1));
            }
            Map<String, Tensor> outputs = network.run(row, new Stop());
            assertThat(outputs.get("probabilities.keys").strings())
                    .containsExactly("A😀x", "Chinstrap", "A😁x");
            assertThat(outputs.get("probabilities").floats())
                    .isEqualTo(outputs.get("scores").floats());
        }
    }

    @Test
    void aNetworkWithoutInputsGivesItsConstant() {
        try (Network network = Networks.open(folder, TestModels.constant(TEXTS, 2, 3))) {
            assertThat(network.inputs()).isEmpty();
            assertThat(network.run(Map.of(), new Stop()).get(OUTPUT))
                    .isEqualTo(Tensor.of(TEXTS, 2, 3));
        }
    }

    @Test
    void aZeroInsideAStringDoesNotEndIt() {
        byte[] model = TinyModel.cast(ElementType.STRING, ElementType.STRING);
        try (Network network = Networks.open(folder, model)) {
            assertThat(through(network, Tensor.of(List.of("a\0b"), 1)).strings())
                    .containsExactly("a\ufffdb");
        }
    }

    private static Tensor through(Network network, Tensor given) {
        return network.run(Map.of(INPUT, given), new Stop()).get(OUTPUT);
    }

    private static Tensor random(ElementType type, Random random, long... shape) {
        int n = 1;
        for (long size : shape) {
            n *= (int) size;
        }
        byte[] bytes = new byte[n * type.bytes()];
        random.nextBytes(bytes);
        if (type == ElementType.BOOL) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] &= 1;
            }
        }
        ByteBuffer buffer = Tensor.allocate(bytes.length).put(bytes).flip();
        return Tensor.of(type, buffer, shape);
    }
}
