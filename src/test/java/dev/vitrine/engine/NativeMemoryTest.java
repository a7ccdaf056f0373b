package dev.vitrine.engine;

import static dev.vitrine.engine.TinyModel.INPUT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.task.Tokenizer;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Runs leave native memory where it was: what one run takes, times the number of runs, is far more
/// than the memory may grow, so that a tensor forgotten on any path shows.
@EnabledOnOs(OS.LINUX) // reads /proc
class NativeMemoryTest {
    private static final int RUNS = 10_000;
    private static final int WARM_UP = 1_000;
    private static final long MOST_GROWTH = 50L << 20;
    private static final int MEGABYTE = 1 << 20;
    private static final Path TOKENIZER = Path.of("models", "meaning", "tokenizer.json");

    @TempDir Path folder;

    @Test
    void outputsOfAMegabyteAreFreed() {
        Map<String, Tensor> inputs =
                Map.of(INPUT, Tensor.of(new float[MEGABYTE / 8], MEGABYTE / 8));
        byte[] model = TinyModel.cast(ElementType.FLOAT32, ElementType.FLOAT64);
        try (Network network = Networks.open(folder, model)) {
            leavesMemory(() -> network.run(inputs, new Stop()));
        }
    }

    @Test
    void inputsThatTakeADetourAreFreed() {
        Tensor unsigned = Tensor.of(ElementType.UINT32, new double[MEGABYTE / 16], MEGABYTE / 16);
        byte[] model = TinyModel.cast(ElementType.UINT32, ElementType.UINT8);
        try (Network network = Networks.open(folder, model)) {
            leavesMemory(() -> network.run(Map.of(INPUT, unsigned), new Stop()));
        }
    }

    @Test
    void stringsAreFreed() {
        Tensor text = Tensor.of(List.of("😀".repeat(MEGABYTE / 64)), 1);
        byte[] model = TinyModel.cast(ElementType.STRING, ElementType.STRING);
        try (Network network = Networks.open(folder, model)) {
            leavesMemory(() -> network.run(Map.of(INPUT, text), new Stop()));
        }
    }

    @Test
    void sequencesOfTensorsAreFreed() {
        Map<String, Tensor> inputs =
                Map.of(
                        INPUT,
                        Tensor.of(new float[MEGABYTE / 8], MEGABYTE / 8),
                        TestModels.SECOND,
                        Tensor.of(new float[MEGABYTE / 8], MEGABYTE / 8));
        byte[] model = TestModels.sequence(ElementType.FLOAT32);
        try (Network network = Networks.open(folder, model)) {
            leavesMemory(() -> network.run(inputs, new Stop()));
        }
    }

    @Test
    void sequencesOfStringsAreFreed() {
        Tensor texts = Tensor.of(Collections.nCopies(16, "😀".repeat(1024)), 16);
        Map<String, Tensor> inputs = Map.of(INPUT, texts, TestModels.SECOND, texts);
        byte[] model = TestModels.sequence(ElementType.STRING);
        try (Network network = Networks.open(folder, model)) {
            leavesMemory(() -> network.run(inputs, new Stop()));
        }
    }

    @Test
    void runsThatFailFreeWhatTheyWereGiven() {
        Map<String, Tensor> inputs =
                Map.of(
                        INPUT,
                        Tensor.of(new float[MEGABYTE / 8], MEGABYTE / 8),
                        TestModels.SECOND,
                        Tensor.of(new float[3], 3));
        try (Network network = Networks.open(folder, TestModels.binary("Add"))) {
            leavesMemory(() ->
                    assertThatThrownBy(() -> network.run(inputs, new Stop()))
                            .isInstanceOf(ProblemException.class));
        }
    }

    @Test
    void sequencesOfMapsAreFreed() {
        int rows = 64;
        Tensor number = Tensor.of(new float[rows], rows, 1);
        Tensor text = Tensor.of(Collections.nCopies(rows, "Biscoe"), rows, 1);
        try (Network network = Networks.open(Networks.SPECIES)) {
            Map<String, Tensor> inputs =
                    Map.of(
                            "beak_length_mm", number,
                            "beak_depth_mm", number,
                            "flipper_length_mm", number,
                            "body_mass_g", number,
                            "island", text,
                            "sex", text);
            leavesMemory(5_000, () -> network.run(inputs, new Stop()));
        }
    }

    @Test
    void openingAndClosingLeavesMemoryToo() {
        leavesMemory(1_000, () -> Networks.open(Networks.SLOW_LOOP).close());
    }

    @Test
    void tokenizersAreFreedWithTheirTokens() {
        Tokenizer.Wanted wanted = new Tokenizer.Wanted("", OptionalInt.empty(), false);
        leavesMemory(
                200,
                () -> {
                    try (Tokenizer tokenizer =
                            new HuggingFaceTokenizers().open(TOKENIZER, wanted)) {
                        tokenizer.encode("word ".repeat(1_000));
                    }
                });
    }

    private static void leavesMemory(Runnable run) {
        leavesMemory(RUNS, run);
    }

    private static void leavesMemory(int runs, Runnable run) {
        for (int i = 0; i < runs / (RUNS / WARM_UP); i++) {
            run.run();
        }
        long before = resident();
        for (int i = 1; i <= runs; i++) {
            run.run();
            // Looked at on the way, so that a leak ends the test and not the machine.
            if (i % 100 == 0) {
                assertThat(resident() - before)
                        .as("growth in bytes after %d runs", i)
                        .isLessThan(MOST_GROWTH);
            }
        }
    }

    /// Bytes of this process in memory.
    private static long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
