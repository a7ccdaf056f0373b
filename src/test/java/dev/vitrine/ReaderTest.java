package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The demo `reader`: three networks in a row, what it shows on the way, and what it says to a slip
/// in its signature.
class ReaderTest {
    private static final Path READER = Path.of("models/reader");

    private static Model model;

    @BeforeAll
    static void open() {
        model = ModelFolder.read(READER, new OnnxRuntime());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void linesAreShownAsTheyAreRead() throws Exception {
        Watcher watcher = new Watcher(Integer.MAX_VALUE);
        Values values = model.predict(inputs("receipt.png"), watcher);
        assertThat(watcher.partial).hasSize(9);
        for (int i = 0; i < 9; i++) {
            assertThat(boxes(watcher.partial.get(i))).hasSize(i + 1);
        }
        assertThat(watcher.fractions).isSorted().last().isEqualTo(8 / 9.0);
        assertThat(watcher.words).contains("Reading line 9 of 9");
        assertThat(boxes(values)).extracting(Box::label).contains("Corner Shop", "7.50");
        assertThat(values.get("text", String.class)).startsWith("Corner Shop\nCoffee  2.40\n");
    }

    @Test
    void stopEndsItBeforeTheNextLine() {
        Watcher watcher = new Watcher(2);
        assertThatExceptionOfType(StoppedException.class)
                .isThrownBy(() -> model.predict(inputs("receipt.png"), watcher));
        assertThat(watcher.partial).hasSize(2);
    }

    /// A page as somebody holds it: each line is cut out along itself, and lines stay in order.
    @ParameterizedTest
    @ValueSource(ints = {-20, -9, 12, 25})
    void aPageThatIsTurnedIsReadAllTheSame(int degrees) throws Exception {
        Picture page = turned(inputs("receipt.png").get("image", Picture.class), degrees);
        Values values =
                model.predict(
                        Values.of("image", page).with("min_score", 0.6),
                        RunContext.silent(new Stop()));
        assertThat(values.get("text", String.class))
                .isEqualToIgnoringCase(
                        "Corner Shop\nCoffee  2.40\nApple pie  3.90\nWater  1.20\nTotal  7.50");
        assertThat(boxes(values)).allMatch(b -> b.points().size() == 4);
    }

    /// A picture turned around its middle on white.
    private static Picture turned(Picture picture, int degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        int side = picture.width() * 3 / 2;
        byte[] samples = new byte[side * side * 3];
        for (int i = 0; i < side * side; i++) {
            double x = i % side - side / 2.0;
            double y = i / side - side / 2.0;
            int fromX = (int) Math.round(x * cos + y * sin + picture.width() / 2.0);
            int fromY = (int) Math.round(y * cos - x * sin + picture.height() / 2.0);
            boolean inside =
                    fromX >= 0 && fromY >= 0 && fromX < picture.width() && fromY < picture.height();
            for (int c = 0; c < 3; c++) {
                samples[3 * i + c] =
                        (byte)
                                (inside
                                        ? picture.sample(fromX, fromY, c % picture.channels())
                                        : 255);
            }
        }
        return Picture.of(side, side, 3, samples);
    }

    @Test
    void aPictureOfAnyShapeIsTaken() throws Exception {
        for (Picture picture :
                List.of(
                        Picture.of(1, 1, 1, new byte[1]),
                        Picture.of(3000, 2, 1, new byte[6000]),
                        Picture.of(5, 700, 4, new byte[14_000]))) {
            Values values =
                    model.predict(
                            Values.of("image", picture).with("min_score", 0.6),
                            RunContext.silent(new Stop()));
            assertThat(boxes(values)).isEmpty();
            assertThat(values.get("text", String.class)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "labels: characters.txt|labels: [a, b]|has 2 characters and a blank",
                "      network: rec|      network: det|does not have; use sigmoid_0.tmp_0",
                "network: cls|network: clss|asks the network 'clss', which is none of models",
                "decode: ctc|decode: ctd|line",
                "blank: 0|blank: 9999|has the blank 9999",
                "{regions: sigmoid_0.tmp_0}|{regions: sigmoid}|does not have; use sigmoid_0.tmp_0",
                "size: [48, 192]|size: [32, 192], fit: cover|",
                "threshold: min_score|threshold: sure|takes its threshold from the input 'sure'"
            })
    void aSlipInTheSignatureIsFoundBeforeAnythingRuns(
            String from, String to, String sentence, @TempDir Path folder) throws Exception {
        try (Stream<Path> files = Files.list(READER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path signature = folder.resolve("signature.yaml");
        String text = Files.readString(signature);
        assertThat(text).contains(from);
        String changed = text.substring(0, text.indexOf("examples:")).replace(from, to);
        Files.writeString(signature, changed);
        if (sentence == null) {
            ModelFolder.read(folder, new OnnxRuntime()).close();
            return;
        }
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ModelFolder.read(folder, new OnnxRuntime()))
                .withMessageContaining(sentence);
    }

    private static List<Box> boxes(Values values) {
        return values.get("lines", Boxes.class).boxes();
    }

    private static Values inputs(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(READER.resolve("examples").resolve(file));
        try {
            return Values.of("image", PictureCodec.read(bytes, file, 1_000_000))
                    .with("min_score", 0.6);
        } catch (PictureCodec.Unreadable e) {
            throw new IOException(e);
        }
    }

    /// Keeps what a run says, and stops it after some outputs.
    private static final class Watcher implements RunContext {
        private final List<Values> partial = new ArrayList<>();
        private final List<Double> fractions = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final Stop stop = new Stop();
        private final int most;

        Watcher(int most) {
            this.most = most;
        }

        @Override
        public void progress(double fraction, String message) {
            if (!Double.isNaN(fraction)) {
                fractions.add(fraction);
            }
            words.add(message);
        }

        @Override
        public void partial(Values outputs) {
            partial.add(outputs);
            if (partial.size() == most) {
                stop.request();
            }
        }

        @Override
        public Stop stop() {
            return stop;
        }
    }
}
