package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.run.SelfTest;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/// The demo `sharper` on pictures of any shape, and what it says to a slip in its signature.
class SharperTest {
    private static final Path SHARPER = Path.of("models/sharper");

    @Test
    void everyShapeComesOutTwiceAsLarge() {
        try (Model model = ModelFolder.read(SHARPER, new OnnxRuntime());
                Runner runner = new Runner()) {
            for (int[] size : new int[][] {{1, 1}, {7, 3}, {40, 64}}) {
                Picture picture = Picture.of(size[0], size[1], 1, new byte[size[0] * size[1]]);
                Values out = runner.submit(model, Values.of("image", picture), Origin.HTTP).await();
                assertThat(out.get("upscaled", Picture.class))
                        .hasToString("%d × %d".formatted(2 * size[0], 2 * size[1]));
            }
        }
    }

    @Test
    void aPictureTooLargeToBeEnlargedHereIsRefusedInASentence() {
        try (Model model = ModelFolder.read(SHARPER, new OnnxRuntime())) {
            Picture large = Picture.of(641, 480, 1, new byte[641 * 480]);
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> check(model, large))
                    .withMessage(
                            "'Picture' is 641 × 480 pixels, which is more than the 307,200 that are"
                                    + " taken; make it smaller.");
        }
    }

    @Test
    void anotherPictureThanTheExpectedFailsItsExample(@TempDir Path folder) throws Exception {
        copy(folder);
        Files.copy(
                SHARPER.resolve("examples/expected_coffee.png"),
                folder.resolve("examples/expected_cat.png"),
                StandardCopyOption.REPLACE_EXISTING);
        try (Model model = ModelFolder.read(folder, new OnnxRuntime());
                Runner runner = new Runner()) {
            assertThat(SelfTest.run(runner, model))
                    .extracting(SelfTest.Result::difference)
                    .containsExactly("upscaled: is 256 × 192, expected 320 × 240", "", "", "");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "before: image | before: photo | 20: The output 'upscaled' is compared with"
                    + " 'photo', which is no input of kind image; name one or leave the word out.",
                "expected_cat.png | expected_cats.png | 25: Example 'cat' does not fit:"
                        + " 'examples/expected_cats.png' is no file in the folder; put it there or"
                        + " change the name."
            })
    void aSlipInTheSignatureIsSaidWithItsLine(
            String right, String wrong, String said, @TempDir Path folder) throws IOException {
        copy(folder);
        Path signature = folder.resolve("signature.yaml");
        Files.writeString(signature, Files.readString(signature).replace(right, wrong));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ModelFolder.read(folder, new OnnxRuntime()))
                .withMessageContaining(signature + " line " + said);
    }

    private static void check(Model model, Picture picture) {
        Form.decode(
                model.signature(),
                Map.of(
                        "image",
                        new Raw.Json(
                                Kinds.encode(model.signature().inputs().getFirst(), picture))));
    }

    private static void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(SHARPER)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(SHARPER.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }
}
