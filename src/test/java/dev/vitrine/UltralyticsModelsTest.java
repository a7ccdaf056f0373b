package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.mask.Area;
import dev.vitrine.kind.mask.Mask;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A file of each of Ultralytics' tasks, opened alone: no question is asked, and what it gives is
/// where it belongs in the picture. `make.py` beside the files says what they hold.
class UltralyticsModelsTest {
    private static final Path FILES = Path.of("src/test/resources/onnx/ultralytics");

    private static Runner runner;

    @BeforeAll
    static void open() {
        runner = new Runner();
    }

    @AfterAll
    static void close() {
        runner.close();
    }

    @ParameterizedTest
    @CsvSource({
        "detect, object-detection",
        "segment, image-segmentation",
        "pose, keypoint-detection",
        "obb, object-detection"
    })
    void aFileOpensWithItsTaskAndItsPictureOnGrey(String file, String task) {
        try (Model model = model(file)) {
            assertThat(model.signature().task()).isEqualTo(task);
            Port picture = model.signature().inputs().getFirst();
            assertThat(picture.tensor()).isNotNull();
            assertThat(picture.tensor().processing())
                    .containsEntry("fit", "contain")
                    .containsEntry("fill", 114L);
            assertThat(model.signature().outputs())
                    .noneMatch(p -> p.kind().equals("tensor"))
                    .allMatch(p -> p.because().contains("task: " + file));
        }
    }

    @Test
    void detectFindsItsBoxes() {
        assertThat(run("detect").get("output0", Boxes.class))
                .isEqualTo(
                        Boxes.of(
                                Box.of("cat", 0.9f, 32, 16, 64, 32),
                                Box.of("dog", 0.6f, 8, 0, 16, 16)));
    }

    @Test
    void segmentFindsMasksInTheirBoxes() {
        Values values = run("segment");
        assertThat(values.get("output0", Boxes.class).boxes()).hasSize(2);
        Mask mask = values.get("output1", Mask.class);
        assertThat(mask.width()).isEqualTo(128);
        assertThat(mask.height()).isEqualTo(64);
        assertThat(mask.segments()).extracting(Mask.Segment::label).containsExactly("cat", "dog");
        Area cat = mask.segments().getFirst().area();
        assertThat(cat.size()).isEqualTo(32 * 32);
        assertThat(cat.contains(32, 16)).isTrue();
        assertThat(cat.contains(63, 47)).isTrue();
        assertThat(cat.contains(64, 30)).isFalse();
        assertThat(mask.segments().getLast().area().size()).isEqualTo(16 * 16);
    }

    @Test
    void classifyNamesThePicture() {
        Label label = run("classify").get("output0", Label.class);
        assertThat(label.label()).isEqualTo("dog");
    }

    @Test
    void poseFindsPointsWithASkeleton() {
        try (Model model = model("pose")) {
            Port boxes = model.signature().outputs().getFirst();
            assertThat(boxes.option("skeleton", List.class)).isPresent();
            List<Box> found = run(model).get("output0", Boxes.class).boxes();
            assertThat(found).hasSize(1);
            List<Box.Point> points = found.getFirst().points();
            assertThat(points).hasSize(17);
            assertThat(points.getFirst().name()).isEqualTo("nose");
            assertThat(points.getFirst().x()).isEqualTo(48);
            assertThat(points.getFirst().y()).isEqualTo(24);
            assertThat(points.get(16).x()).isEqualTo(80);
            assertThat(points.get(4).score()).isCloseTo(0.1, within(1e-6));
        }
    }

    /// The second box has the first one's corners, and the third crosses it without covering it.
    @Test
    void turnedBoxesSuppressWhatLiesUnderThem() {
        List<Box> found = run("obb").get("output0", Boxes.class).boxes();
        assertThat(found).extracting(Box::score).containsExactly((double) 0.9f, (double) 0.7f);
        Box turned = found.getFirst();
        assertThat(turned.label()).isEqualTo("dog");
        assertThat(turned.points())
                .containsExactly(
                        new Box.Point("", 74, 12),
                        new Box.Point("", 74, 52),
                        new Box.Point("", 54, 52),
                        new Box.Point("", 54, 12));
        assertThat(turned.x()).isEqualTo(54);
        assertThat(turned.height()).isEqualTo(40);
    }

    private static Model model(String file) {
        return ModelFolder.read(FILES.resolve(file + ".onnx"), new OnnxRuntime());
    }

    private static Values run(String file) {
        try (Model model = model(file)) {
            return run(model);
        }
    }

    private static Values run(Model model) {
        Picture picture = Picture.of(128, 64, 1, new byte[128 * 64]);
        Port image = model.signature().inputs().getFirst();
        Values inputs =
                Form.decode(
                        model.signature(),
                        Map.of(
                                image.name(),
                                new Raw.Json(
                                        Json.of(
                                                Json.plain(
                                                        new ImageKind().encode(image, picture))))));
        return runner.submit(model, inputs, Origin.HTTP).await();
    }
}
