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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What an output with numbers for each place of a picture is taken for.
class MapRungTest {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        // a plane for each class, in either order, and as many as there are names at a quarter
        "1, '1,21,64,48', y, mask, image-segmentation",
        "1, '1,64,48,21', y, mask, image-segmentation",
        "1, '1,2,64,48', y, mask, image-segmentation",
        "7, '1,64,48', y, mask, image-segmentation",
        // one number, and what is called depth
        "1, '1,1,64,48', y, heatmap, heat-map",
        "1, '1,1,64,48', depth, heatmap, depth-estimation",
        "1, '1,1,32,24', saliency_mask, heatmap, heat-map",
        // a picture, features, something of another shape
        "1, '1,3,64,48', y, image, other",
        "1, '1,512,64,48', y, tensor, other",
        "1, '1,21,48,64', y, tensor, other",
        "1, '1,21,16,12', y, tensor, other"
    })
    void anOutputIsWhatItsShapeSays(int type, String shape, String name, String kind, String task)
            throws Exception {
        Signature guess = guess(type, name, shape);
        Port port = guess.outputs().getFirst();
        assertThat(port.kind()).isEqualTo(kind);
        assertThat(port.because()).isNotBlank();
        assertThat(guess.task()).isEqualTo(task);
    }

    @Test
    void namesBesideItNameTheClassesAndTheFirstMayStandForNothing() throws Exception {
        Files.write(folder.resolve("labels.txt"), List.of("background", "cat", "dog"));
        Port port = guess(FLOAT, "logits", "1,3,16,12").outputs().getFirst();
        assertThat(port.kind()).isEqualTo("mask");
        assertThat(port.options())
                .containsEntry("labels", List.of("background", "cat", "dog"))
                .containsEntry("over", "image");
        assertThat(port.tensor()).isNotNull();
        assertThat(port.tensor().processing()).isEqualTo(Map.of("layout", "NCHW", "ignore", 0));
        assertThat(port.because()).contains("labels.txt", "The first stands for nothing");
    }

    @Test
    void numbersOfClassesAreWhole() throws Exception {
        assertThat(guess(INT64, "classes", "1,64,48").outputs().getFirst().because())
                .contains("whole number for each place");
    }

    private Signature guess(int type, String name, String shape) throws Exception {
        long[] sizes = Arrays.stream(shape.split(",")).mapToLong(Long::parseLong).toArray();
        Proto graph =
                Proto.message()
                        .field(1, Proto.node("Conv", "image", name))
                        .field(11, Proto.value("image", FLOAT, 1, 3, 64, 48))
                        .field(12, Proto.value(name, type, sizes));
        Path file = Files.write(folder.resolve("model.onnx"), Proto.model(graph).bytes());
        OnnxFile onnx = OnnxFile.read(file);
        Signature guess = Guess.of(onnx, "A model", file);
        Task.Declared network = new Task.Declared(onnx.inputTensors(), onnx.outputTensors());
        assertThat(Tasks.of(guess.task()).check(guess, Map.of("main", network))).isEmpty();
        return guess;
    }
}
