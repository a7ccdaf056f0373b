package dev.vitrine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.ProblemException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Whatever stands in a file, reading it ends in a declaration or in a sentence, and reads no byte
/// twice.
class DamageTest {
    private static final List<String> MODELS =
            List.of("penguins-species", "digits", "esrgan-slim-x2", "spam", "silero-vad");

    private static final Path FOLDER = folder();

    /// What is read once more to say what a file is instead of ONNX.
    private static final long HEAD = 512;

    @AfterContainer
    static void cleanUp() throws IOException {
        Files.deleteIfExists(file());
        Files.deleteIfExists(FOLDER);
    }

    @Property(tries = 400)
    void aCutOffModelEndsInASentence(
            @ForAll("models") byte[] model, @ForAll @IntRange(max = 999) int permille)
            throws IOException {
        byte[] cut = Arrays.copyOf(model, (int) ((long) model.length * permille / 1000));
        readOrRefuse(cut);
    }

    @Property(tries = 1000)
    void aDamagedModelEndsInADeclarationOrASentence(
            @ForAll("models") byte[] model,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 999_999) Integer> places,
            @ForAll byte value)
            throws IOException {
        byte[] damaged = model.clone();
        for (int place : places) {
            damaged[(int) ((long) place * damaged.length / 1_000_000)] = value;
        }
        readOrRefuse(damaged);
    }

    @Property(tries = 1000)
    void randomBytesEndInASentence(@ForAll @Size(max = 2000) byte[] bytes) throws IOException {
        readOrRefuse(bytes);
    }

    @Property(tries = 500)
    void randomBytesBehindTheHeadOfAModelEndInADeclarationOrASentence(
            @ForAll @Size(max = 500) byte[] bytes) throws IOException {
        readOrRefuse(Proto.message().integer(1, 8).bytes(7, bytes).bytes());
    }

    @Provide
    Arbitrary<byte[]> models() {
        return Arbitraries.of(MODELS).map(name -> bytes(Declared.model(name)));
    }

    private static void readOrRefuse(byte[] bytes) throws IOException {
        Path file = Files.write(file(), bytes);
        try {
            assertThat(OnnxFile.read(file).outputs()).isNotEmpty();
        } catch (ProblemException e) {
            assertThat(e.fault()).isEqualTo(ProblemException.Fault.MODEL);
            assertThat(e.getMessage()).contains("'model.onnx'").endsWith(".");
        }
        readOnce(file, bytes.length);
    }

    private static void readOnce(Path file, long length) throws IOException {
        try (CountingChannel channel = new CountingChannel(Files.newByteChannel(file))) {
            new Attempt(channel, "model.onnx").read();
            assertThat(channel.bytesRead()).isLessThanOrEqualTo(length + HEAD);
        } catch (ProblemException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        return FOLDER.resolve("model.onnx");
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("damage");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
