package dev.vitrine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.task.Task;
import dev.vitrine.task.Tasks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class UltralyticsTest {
    private static final String NAMES = "{0: 'person', 1: \"driver's seat\", 2: 'dog'}";

    @TempDir Path folder;

    @Test
    void whatFindsThingsBecomesBoxesWithASlider() {
        Signature guess = guess("detect", "[640, 480]", Proto.value("output0", 1, 1, 7, 6300));
        assertThat(guess.task()).isEqualTo("object-detection");
        assertThat(words(guess.inputs().getFirst()))
                .containsEntry("size", List.of(640L, 480L))
                .containsEntry("fit", "contain")
                .containsEntry("fill", 114L)
                .containsEntry("range", List.of(0.0, 1.0));
        Port boxes = guess.outputs().getFirst();
        assertThat(boxes.kind()).isEqualTo("boxes");
        assertThat(boxes.options())
                .containsEntry("labels", List.of("person", "driver's seat", "dog"))
                .containsEntry("over", "images");
        assertThat(words(boxes))
                .containsEntry("sideways", true)
                .containsEntry("threshold", "confidence")
                .containsEntry("box", "cxcywh")
                .containsEntry(
                        "columns", Map.of("boxes", List.of(0L, 3L), "scores", List.of(4L, 6L)));
        assertThat(boxes.because()).contains("task: detect", "3 classes");
        Port slider = guess.input("confidence").orElseThrow();
        assertThat(slider.standard()).isEqualTo(0.25);
        assertThat(slider.because()).isNotBlank();
        assertThat(guess.licence()).isEqualTo("AGPL-3.0");
    }

    @ParameterizedTest
    @CsvSource({"detect, 6", "segment, 38"})
    void theNetworkMayHaveChosenItself(String task, int columns) {
        Signature guess = guess(task, "[640, 480]", Proto.value("output0", 1, 1, 300, columns));
        assertThat(words(guess.outputs().getFirst()))
                .containsEntry("box", "xyxy")
                .doesNotContainKeys("sideways", "iou");
    }

    @Test
    void whatSortsPicturesCutsThemToTheSize() {
        Signature guess = guess("classify", "[640, 480]", Proto.value("output0", 1, 1, 3));
        assertThat(guess.task()).isEqualTo("image-classification");
        assertThat(words(guess.inputs().getFirst())).containsEntry("fit", "cover");
        assertThat(guess.outputs().getFirst().options())
                .containsEntry("labels", List.of("person", "driver's seat", "dog"));
    }

    @Test
    void rowsThatFitNeitherFormStayATensor() {
        Signature guess = guess("detect", "[640, 480]", Proto.value("output0", 1, 1, 84, 6300));
        assertThat(guess.outputs().getFirst().kind()).isEqualTo("tensor");
        assertThat(guess.inputs()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "[0, 640]", "[99999, 99999]", "x", "[1, 2, 3]", "{"})
    void aSizeThatIsNonePassesOver(String size) {
        Signature guess = guess("detect", size, Proto.value("output0", 1, 1, 7, 6300));
        assertThat(guess.because()).contains("imgsz was passed over");
        assertThat(guess.inputs().getFirst().because()).contains("assumed");
    }

    @Test
    void aTaskThatIsNotDrawnIsSaid() {
        assertThat(guess("depth", "[640, 480]", Proto.value("output0", 1, 1, 8, 6300)).because())
                .contains("The metadata's task 'depth' was passed over");
    }

    @Test
    void aTurnedBoxHasItsAngleBehindItsScores() {
        Port boxes =
                guess("obb", "[640, 480]", Proto.value("output0", 1, 1, 8, 6300))
                        .outputs()
                        .getFirst();
        assertThat(words(boxes))
                .containsEntry(
                        "columns",
                        Map.of(
                                "boxes", List.of(0L, 3L),
                                "scores", List.of(4L, 6L),
                                "angles", List.of(7L, 7L)));
        assertThat(boxes.options()).containsEntry("frame", false);
    }

    private static Map<String, Object> words(Port port) {
        assertThat(port.tensor()).isNotNull();
        return port.tensor().processing();
    }

    private Signature guess(String task, String size, Proto output) {
        Proto graph =
                Proto.message()
                        .field(1, Proto.node("Concat", "images", "output0"))
                        .field(11, Proto.value("images", 1, 1, 3, 640, 480))
                        .field(12, output);
        Proto model = Proto.model(graph);
        Map.of(
                        "task",
                        task,
                        "names",
                        NAMES,
                        "imgsz",
                        size,
                        "stride",
                        "32",
                        "license",
                        "AGPL-3.0",
                        "description",
                        "Ultralytics YOLO11n model")
                .forEach((k, v) -> model.field(14, Proto.message().text(1, k).text(2, v)));
        try {
            Path file = Files.write(folder.resolve("model.onnx"), model.bytes());
            OnnxFile onnx = OnnxFile.read(file);
            Signature guess = Guess.of(onnx, "A model", file);
            Task.Declared network = new Task.Declared(onnx.inputTensors(), onnx.outputTensors());
            assertThat(Tasks.of(guess.task()).check(guess, Map.of("main", network))).isEmpty();
            return guess;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
