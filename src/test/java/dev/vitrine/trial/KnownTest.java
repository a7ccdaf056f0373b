package dev.vitrine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.trial.Fingerprint.Print;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// What was opened here before, and by what it is known again.
class KnownTest {
    @TempDir Path folder;

    @Test
    void severalAtOnceLoseNothing() throws Exception {
        Path file = folder.resolve("opened.txt");
        List<Process> writers = IntStream.range(0, 3).mapToObj(n -> writer(file, n)).toList();
        for (Process writer : writers) {
            assertThat(writer.waitFor()).isZero();
        }
        assertThat(Files.readAllLines(file)).hasSize(60).doesNotHaveDuplicates();
        Known known = new Known(file);
        assertThat(IntStream.range(0, 60).mapToObj(KnownTest::print)).allMatch(known::has);
    }

    @Test
    void soDoSeveralInOneProgram() throws IOException {
        Path file = folder.resolve("opened.txt");
        IntStream.range(0, 60).parallel().forEach(n -> new Known(file).add(print(n)));
        assertThat(Files.readAllLines(file)).hasSize(60).doesNotHaveDuplicates();
    }

    /// Another program that adds twenty.
    public static void main(String[] arguments) {
        Known known = new Known(Path.of(arguments[0]));
        int from = 20 * Integer.parseInt(arguments[1]);
        IntStream.range(from, from + 20).mapToObj(KnownTest::print).forEach(known::add);
    }

    @Test
    void theOldestAreForgottenAndWhatIsNotOursIsLeftOut() throws IOException {
        Path file = folder.resolve("opened.txt");
        Files.writeString(
                file,
                "\u0000garbage\n"
                        + String.join(
                                "\n",
                                IntStream.range(0, 2_000).mapToObj(KnownTest::print).toList()));
        Known known = new Known(file);
        known.add(print(5_000));
        assertThat(Files.readAllLines(file))
                .hasSize(2_000)
                .startsWith(print(1))
                .endsWith(print(5_000));
        Known other = new Known(file);
        assertThat(other.has(print(0))).isFalse();
        assertThat(other.has(print(1_999))).isTrue();
    }

    @Test
    void weightsInAnotherFileCount() throws IOException {
        Path model = folder.resolve("m.onnx");
        Files.copy(KnownTest.class.getResourceAsStream("/trial/outside.onnx"), model);
        Path weights = Files.write(folder.resolve("w.bin"), new byte[16]);
        Print before = Fingerprint.of(List.of(model), "e");
        assertThat(Fingerprint.of(List.of(model), "e")).isEqualTo(before);
        assertThat(Fingerprint.of(List.of(model), "another")).isNotEqualTo(before);
        assertThat(before.bytes()).isEqualTo(Files.size(model) + 16);
        Files.write(weights, new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        assertThat(Fingerprint.of(List.of(model), "e")).isNotEqualTo(before);
    }

    @Test
    void ofGigabytesAPartIsRead() throws IOException {
        Path model = folder.resolve("m.onnx");
        Files.copy(KnownTest.class.getResourceAsStream("/trial/outside.onnx"), model);
        Path weights = folder.resolve("w.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(weights.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        Print before = Fingerprint.of(List.of(model), "e");
        var changed = Files.getLastModifiedTime(weights);
        try (RandomAccessFile sparse = new RandomAccessFile(weights.toFile(), "rw")) {
            sparse.seek((3L << 30) - 1);
            sparse.write(1);
        }
        Files.setLastModifiedTime(weights, changed);
        assertThat(before.bytes()).isGreaterThan(3L << 30);
        assertThat(Fingerprint.of(List.of(model), "e").text()).isNotEqualTo(before.text());
    }

    private static Process writer(Path file, int n) {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KnownTest.class.getName(),
                            file.toString(),
                            Integer.toString(n))
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String print(int n) {
        return "%064x".formatted(n);
    }
}
