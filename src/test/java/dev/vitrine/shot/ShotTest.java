package dev.vitrine.shot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.model.Model;
import dev.vitrine.run.Runner;
import dev.vitrine.shot.Shot.Options;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TimeZone;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;

class ShotTest {
    private static final long MOST = 100_000_000;

    private final Runner runner = new Runner(1);

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void isTheSameBytesWhereverAndWheneverItIsDrawn() {
        byte[] here = Shot.png(model(), runner, options(1, 1, false));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(Shot.png(model(), runner, options(1, 1, false))).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void allModelsAreDrawnWithoutOpeningAny() throws Exception {
        try (Catalog models =
                new Catalog(
                        List.of(Path.of("models")),
                        file -> {
                            throw new AssertionError("Nothing here opens " + file);
                        })) {
            Shot.Options options = new Shot.Options(900, 600, 1, false, OptionalInt.empty());
            byte[] light = Shot.gallery(models, options);
            assertThat(Shot.gallery(models, options)).isEqualTo(light);
            assertThat(PictureCodec.read(light, "gallery", MOST)).hasToString("900 × 600");
            Shot.Options dark = new Shot.Options(900, 600, 1, true, OptionalInt.empty());
            assertThat(Shot.gallery(models, dark)).isNotEqualTo(light);
        }
    }

    @Test
    void hasTheSizeTimesTheScale() throws Exception {
        assertThat(picture(options(1, 1, false))).hasToString("900 × 600");
        assertThat(picture(options(1, 2, false))).hasToString("1800 × 1200");
        assertThat(picture(options(1, 1.25, false))).hasToString("1125 × 750");
    }

    @Test
    void showsTheResultOfTheExample() throws Exception {
        assertThat(picture(options(1, 1, false))).isNotEqualTo(picture(options(2, 1, false)));
        assertThat(picture(options(1, 1, false)))
                .isNotEqualTo(picture(new Options(900, 600, 1, false, OptionalInt.empty())));
    }

    @Test
    void showsOnePortAloneWhereThatIsAsked() throws Exception {
        Picture alone = picture(only(model().signature().outputs().getFirst().name(), 1));
        assertThat(alone).hasToString("200 × 120");
        assertThat(alone)
                .isNotEqualTo(picture(only(model().signature().outputs().getFirst().name(), 2)));
        assertThatThrownBy(() -> picture(only("nothing", 1)))
                .hasMessageStartingWith("There is no input or output 'nothing'; use ");
    }

    private static Options only(String port, int example) {
        return new Options(200, 120, 1, false, OptionalInt.of(example), Optional.of(port));
    }

    @Test
    void isDarkWhereThatIsAsked() throws Exception {
        assertThat(brightness(picture(options(1, 1, false)))).isGreaterThan(220);
        assertThat(brightness(picture(options(1, 1, true)))).isLessThan(60);
    }

    @Test
    void isWhollyOpaqueAndFillsToTheEdges() throws Exception {
        Picture picture = picture(options(1, 1.5, false));
        assertThat(picture.channels()).isEqualTo(3);
        int[] pixels = picture.argb();
        assertThat(pixels[pixels.length - 1]).isEqualTo(pixels[0]);
    }

    /// Each of these heights has room for the inputs and outputs, not each for the card below them.
    @Property(tries = 12)
    void showsWholeCardsOnly(@ForAll @IntRange(min = 420, max = 640) int height) throws Exception {
        try (Runner one = new Runner(1)) {
            Options options = new Options(900, height, 1, false, OptionalInt.of(1));
            Picture shot = PictureCodec.read(Shot.png(model(), one, options), "shot", MOST);
            int[] pixels = shot.argb();
            assertThat(IntStream.range(0, 900).map(x -> pixels[(height - 1) * 900 + x]).distinct())
                    .as("colours of the last row")
                    .hasSize(1);
        }
    }

    @Test
    void waitsForLargePicturesToBeShrunk() throws Exception {
        Picture shot =
                PictureCodec.read(
                        Shot.png(mirror(2000, 1500), runner, options(1, 2, false)), "shot", MOST);
        assertThat(red(shot, 0, shot.width() / 2)).as("the input").isGreaterThan(100_000);
        assertThat(red(shot, shot.width() / 2, shot.width())).isGreaterThan(100_000);
    }

    @Test
    void hasNoScrollBarsWhereThePageIsLongerThanThePicture() throws Exception {
        Options low = new Options(900, 300, 1, false, OptionalInt.of(1));
        Picture shot = PictureCodec.read(Shot.png(model(), runner, low), "shot", MOST);
        int[] pixels = shot.argb();
        for (int y = 0; y < shot.height(); y++) {
            for (int x = shot.width() - 20; x < shot.width(); x++) {
                // the bar afloat has a line above it, from edge to edge
                assertThat(pixels[y * shot.width() + x])
                        .isEqualTo(pixels[(y + 1) * shot.width() - 21]);
            }
        }
        int row = shot.height() / 2 * shot.width();
        assertThat(pixels[row + 24]).as("a card's edge").isNotEqualTo(pixels[0]);
        assertThat(pixels[row + shot.width() - 25]).isNotEqualTo(pixels[0]);
    }

    @Test
    void givesTheStyleSheetsNothingToComplainAbout() {
        Logger log = Logger.getLogger("javafx.css");
        List<String> said = new CopyOnWriteArrayList<>();
        Handler handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord complaint) {
                        said.add(complaint.getMessage());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        log.addHandler(handler);
        try {
            Shot.png(model(), runner, options(1, 1, false));
            Shot.png(model(), runner, options(1, 1, true));
            Shot.png(mirror(20, 20), runner, options(1, 1, false));
        } finally {
            log.removeHandler(handler);
        }
        assertThat(said).isEmpty();
    }

    @Test
    void refusesAnExampleThatIsNotThereAndOneThatFails() {
        assertThatThrownBy(() -> Shot.png(model(), runner, options(9, 1, false)))
                .isInstanceOf(ProblemException.class)
                .hasMessage("There is no example 9; use 1 to 2.");
        Model failing =
                new FunctionModel(
                        "failing",
                        model().signature(),
                        (in, context) -> {
                            throw new IllegalStateException("out of ink");
                        });
        assertThatThrownBy(() -> Shot.png(failing, runner, options(1, 1, false)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("out of ink");
    }

    @Test
    void refusesSizesThatCannotBeDrawn() {
        assertThatThrownBy(() -> new Options(10, 10, 1, false, OptionalInt.empty()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new Options(9000, 9000, 4, false, OptionalInt.empty()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new Options(900, 600, Double.NaN, false, OptionalInt.empty()))
                .isInstanceOf(ProblemException.class);
    }

    private Picture picture(Options options) throws PictureCodec.Unreadable {
        return PictureCodec.read(Shot.png(model(), runner, options), "shot", MOST);
    }

    private static double brightness(Picture picture) {
        return Arrays.stream(picture.argb())
                .mapToDouble(p -> ((p >> 16 & 0xff) + (p >> 8 & 0xff) + (p & 0xff)) / 3.0)
                .average()
                .orElseThrow();
    }

    private static long red(Picture picture, int from, int to) {
        int[] pixels = picture.argb();
        return IntStream.range(0, pixels.length)
                .filter(i -> i % picture.width() >= from && i % picture.width() < to)
                .filter(i -> pixels[i] == 0xffff0000)
                .count();
    }

    /// Gives its picture back; its example is red all over.
    private static Model mirror(int width, int height) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, 0xffff0000);
        String red =
                "data:image/png;base64,"
                        + Base64.getEncoder()
                                .encodeToString(
                                        PictureCodec.png(Picture.ofArgb(width, height, pixels)));
        Signature signature =
                new Signature(
                        "Mirror",
                        "Gives a picture back.",
                        "other",
                        Map.of(),
                        List.of(Port.of("image", "image")),
                        List.of(Port.of("same", "image")),
                        List.of(new Example("red", Map.of("image", red), Map.of(), 0)),
                        false,
                        "Apache-2.0",
                        "");
        return new FunctionModel(
                "mirror",
                signature,
                (in, context) -> Values.of("same", in.get("image", Picture.class)));
    }

    private static Options options(int example, double scale, boolean dark) {
        return new Options(900, 600, scale, dark, OptionalInt.of(example));
    }

    /// Says how often it was called by the time it takes, so that a duration in the picture would
    /// show.
    private static Model model() {
        AtomicInteger calls = new AtomicInteger();
        Signature signature =
                new Signature(
                        "Echo",
                        "Says a sentence again.",
                        "other",
                        Map.of(),
                        List.of(Port.of("text", "text")),
                        List.of(Port.of("answer", "text")),
                        List.of(
                                new Example("one", Map.of("text", "1234,5 ä 日本"), Map.of(), 0),
                                new Example("two", Map.of("text", "two"), Map.of(), 0)),
                        false,
                        "Apache-2.0",
                        "");
        return new FunctionModel(
                "echo",
                signature,
                (in, context) -> {
                    long end = System.nanoTime() + 3_000_000L * calls.incrementAndGet();
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    return Values.of("answer", in.get("text", String.class));
                });
    }
}
