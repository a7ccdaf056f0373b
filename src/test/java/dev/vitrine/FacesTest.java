package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The demo `faces` on pictures of every sort, and what it says to a slip in its signature.
class FacesTest {
    private static final Path FACES = Path.of("models/faces");

    private static Runner runner;
    private static Model model;

    @BeforeAll
    static void open() {
        runner = new Runner();
        model = ModelFolder.read(FACES, new OnnxRuntime());
    }

    @AfterAll
    static void close() {
        model.close();
        runner.close();
    }

    @Test
    void aPictureOfSixteenBitsOrWithAlphaGivesTheSameBox() throws Exception {
        Picture picture = picture("portrait.png");
        Box plain = only(picture);
        assertNear(only(deep(picture)), plain, 0.5);
        assertNear(only(withAlpha(picture)), plain, 0.01);
    }

    @Test
    void aGreyPictureHasItsFaceToo() throws Exception {
        Picture picture = picture("portrait.png");
        byte[] grey = new byte[picture.width() * picture.height()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) picture.sample(i % picture.width(), i / picture.width(), 1);
        }
        assertNear(only(Picture.of(picture.width(), picture.height(), 1, grey)), only(picture), 6);
    }

    /// Enlarging by a whole number leaves every bilinear sample at the same light, but for the
    /// edges of pixels.
    @Test
    void aPhotoManyTimesTheSizeHasItsFaceInItsOwnPixels() throws Exception {
        Picture picture = picture("portrait.png");
        Box small = only(picture);
        Box large = only(larger(picture, 8));
        assertThat(large.x() / 8).isCloseTo(small.x(), within(3.0));
        assertThat(large.y() / 8).isCloseTo(small.y(), within(3.0));
        assertThat(large.width() / 8).isCloseTo(small.width(), within(4.0));
    }

    @Test
    void aMirroredFaceIsOnTheOtherSide() throws Exception {
        Picture picture = picture("portrait.png");
        Box box = only(picture);
        Box mirrored = only(mirrored(picture));
        assertThat(mirrored.x()).isCloseTo(220 - box.x() - box.width(), within(4.0));
        assertThat(mirrored.y()).isCloseTo(box.y(), within(4.0));
    }

    @Test
    void aPictureOfOnePixelHasNone() {
        assertThat(found(Picture.of(1, 1, 3, new byte[3]), 0.6)).isEqualTo(Boxes.NONE);
        assertThat(found(Picture.of(3000, 1, 1, new byte[3000]), 0.6)).isEqualTo(Boxes.NONE);
    }

    /// A cat's face reaches 0.51.
    @Test
    void theLeastScoreIsAnInputOfTheRun() throws Exception {
        Picture cat = picture("cat.png");
        assertThat(found(cat, 0.6).boxes()).isEmpty();
        assertThat(found(cat, 0.5).boxes()).hasSize(1);
        assertThat(found(picture("two_faces.png"), 0.05).boxes()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grid: [16, 16] | grid: [15, 16] | anchors: | has 864 anchors, but the tensors"
                        + " 'Identity_2:0', 'Identity_3:0' have 896 rows; make them agree.",
                "over: image | over: foto | over: | lies over 'foto', which is no image; use"
                        + " image.",
                "threshold: min_score | threshold: least | threshold: | takes its threshold from"
                        + " the input 'least', which there is not; declare a slider of that name or"
                        + " give a number.",
                "labels: [face] | labels: [a, b] | tensor: | has 2 labels, but the tensor"
                        + " 'Identity:0' has 1 classes; make them agree.",
            })
    void aSlipInTheSignatureIsSaidWithTheLineOfItsWord(
            String from, String to, String word, String sentence, @TempDir Path folder)
            throws IOException {
        String text = Files.readString(FACES.resolve("signature.yaml")).replace(from, to);
        copy(folder);
        Files.writeString(folder.resolve("signature.yaml"), text);
        List<String> lines = text.lines().toList();
        int output = lines.indexOf("outputs:");
        int line =
                (int)
                                lines.stream()
                                        .skip(output)
                                        .takeWhile(l -> !l.strip().startsWith(word))
                                        .count()
                        + output
                        + 1;
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ModelFolder.read(folder, new OnnxRuntime()).close())
                .withMessageContaining(
                        "%s line %d: The port 'faces' %s"
                                .formatted(folder.resolve("signature.yaml"), line, sentence));
    }

    private static void copy(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(FACES)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(FACES.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private static Picture picture(String name) throws Exception {
        return PictureCodec.read(
                Files.readAllBytes(FACES.resolve("examples").resolve(name)), name, 1_000_000);
    }

    private static Box only(Picture picture) {
        List<Box> boxes = found(picture, 0.6).boxes();
        assertThat(boxes).hasSize(1);
        return boxes.getFirst();
    }

    private static Boxes found(Picture picture, double least) {
        Values inputs =
                Form.decode(
                                model.signature(),
                                Map.of(
                                        "image",
                                        new Raw.Upload(
                                                PictureCodec.png(picture), "x.png", "image/png"),
                                        "min_score",
                                        new Raw.Json(Json.of(least))))
                        .with("image", picture);
        return runner.submit(model, inputs, Origin.HTTP).await().get("faces", Boxes.class);
    }

    private static void assertNear(Box box, Box other, double pixels) {
        assertThat(box.x()).isCloseTo(other.x(), within(pixels));
        assertThat(box.y()).isCloseTo(other.y(), within(pixels));
        assertThat(box.width()).isCloseTo(other.width(), within(pixels));
        assertThat(box.height()).isCloseTo(other.height(), within(pixels));
    }

    private static Picture deep(Picture picture) {
        short[] samples = new short[picture.width() * picture.height() * 3];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (257 * sample(picture, i));
        }
        return Picture.of(picture.width(), picture.height(), 3, samples);
    }

    private static int sample(Picture picture, int index) {
        int pixel = index / 3;
        return picture.sample(pixel % picture.width(), pixel / picture.width(), index % 3);
    }

    private static Picture withAlpha(Picture picture) {
        byte[] samples = new byte[picture.width() * picture.height() * 4];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i % 4 == 3 ? -1 : (byte) sample(picture, i / 4 * 3 + i % 4);
        }
        return Picture.of(picture.width(), picture.height(), 4, samples);
    }

    private static Picture mirrored(Picture picture) {
        int[] from = picture.argb();
        int[] to = new int[from.length];
        int width = picture.width();
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i / width * width + width - 1 - i % width];
        }
        return Picture.ofArgb(width, picture.height(), to);
    }

    private static Picture larger(Picture picture, int times) {
        int[] from = picture.argb();
        int width = picture.width() * times;
        int height = picture.height() * times;
        int[] to = new int[width * height];
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i / width / times * picture.width() + i % width / times];
        }
        return Picture.ofArgb(width, height, to);
    }
}
