package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.mask.Mask;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// Outputs that have numbers for each place of a picture. The tensor is 4 × 2 and the picture 8 ×
/// 8, contained: it takes the middle 2 × 2 of it.
class MapsTest {
    private static final Port IMAGE =
            Port.of("photo", "image").withTensor(Binding.of("x", Map.of("fit", "contain")));

    private static final ImageSegmentation SEGMENTATION = new ImageSegmentation();
    private static final HeatMapping HEAT = new HeatMapping();
    private static final ObjectDetection DETECTION = new ObjectDetection();

    @Test
    void theGreatestOfEachPlaceNamesItInThePicturesSize() {
        Port port = mask(Map.of("labels", List.of("sky", "sea", "sand")), Map.of("ignore", 2L));
        // Columns 1 and 2 are the picture's: sky, then sea above sand.
        float[] values = {
            0, 9, 0, 0, 0, 9, 0, 0, //
            0, 0, 9, 0, 0, 0, 0, 0, //
            9, 0, 0, 9, 9, 0, 9, 9
        };
        Mask mask = run(SEGMENTATION, port, tensor(values, 1, 3, 2, 4)).get("y", Mask.class);
        assertThat(mask.width()).isEqualTo(8);
        assertThat(mask.height()).isEqualTo(8);
        assertThat(mask.segments()).extracting(Mask.Segment::label).containsExactly("sky", "sea");
        assertThat(mask.segments().getFirst().area().size()).isEqualTo(4 * 8);
        assertThat(mask.segments().getFirst().area().contains(3, 7)).isTrue();
        assertThat(mask.segments().getLast().area().contains(7, 0)).isTrue();
        assertThat(mask.segments().getLast().area().contains(7, 7)).isFalse();
    }

    @Test
    void classesMayPassAThresholdOnTheirOwn() {
        Port port =
                mask(
                        Map.of("labels", List.of("a", "b")),
                        Map.of("apply", "sigmoid", "threshold", 0.5));
        float[] values = {
            1, 1, 1, 1, 1, 1, 1, 1, //
            -1, 2, -2, -1, -1, 2, -2, -1
        };
        Mask mask = run(SEGMENTATION, port, tensor(values, 1, 2, 2, 4)).get("y", Mask.class);
        assertThat(mask.segments()).extracting(s -> s.area().size()).containsExactly(64, 32);
    }

    @Test
    void onePlaneOfWholeNumbersNamesClasses() {
        TensorInfo info = new TensorInfo("y", ElementType.INT64, Shape.of(1, 2, 4));
        Port port = mask(Map.of("labels", List.of("none", "cat")), Map.of("ignore", 0L));
        Tensor numbers =
                Tensor.of(ElementType.INT64, new double[] {1, 0, 1, 0, 1, 0, 1, 0}, 1, 2, 4);
        Mask mask = run(SEGMENTATION, port, info, numbers).get("y", Mask.class);
        assertThat(mask.segments()).extracting(Mask.Segment::label).containsExactly("cat");
        assertThat(mask.segments().getFirst().area().size()).isEqualTo(32);
    }

    @Test
    void aHeatMapHasThePicturesShapeAndItsOwnRange() {
        Port port = Port.of("y", "heatmap").withTensor(Binding.of("y", Map.of()));
        float[] values = {-50, 2, 4, 50, -50, 2, 4, 50};
        Picture map = run(HEAT, port, tensor(values, 1, 1, 2, 4)).get("y", Picture.class);
        assertThat(map.width()).isEqualTo(8);
        assertThat(map.depth()).isEqualTo(16);
        assertThat(map.sample(3, 4, 0)).isLessThan(map.sample(4, 4, 0));
        Port fixed =
                Port.of("y", "heatmap")
                        .withTensor(Binding.of("y", Map.of("range", List.of(0.0, 8.0))));
        Picture same =
                run(HEAT, fixed, tensor(new float[] {4, 4, 4, 4, 4, 4, 4, 4}, 1, 1, 2, 4))
                        .get("y", Picture.class);
        assertThat((double) same.sample(0, 0, 0)).isCloseTo(32_767.5, within(1.0));
    }

    @Test
    void regionsAboveALevelAreBoxes() {
        Port port =
                Port.of("y", "boxes")
                        .withTensor(
                                Binding.of(
                                        Map.of("regions", List.of("y")),
                                        Map.of("level", 0.3, "threshold", 0.6, "min_size", 1.0)));
        float[] values = {0, 0.9f, 0, 0, 0, 0, 0, 0};
        Boxes boxes = run(DETECTION, port, tensor(values, 1, 1, 2, 4)).get("y", Boxes.class);
        assertThat(boxes).isEqualTo(Boxes.of(Box.of("", 0.9f, 0, 0, 4, 4)));
        float[] faint = {0, 0.4f, 0, 0, 0, 0, 0, 0};
        assertThat(run(DETECTION, port, tensor(faint, 1, 1, 2, 4)).get("y", Boxes.class).boxes())
                .isEmpty();
    }

    @Test
    void whatDoesNotFitIsFoundBeforeAnythingRuns() {
        assertMisfit(
                SEGMENTATION,
                mask(Map.of("labels", List.of("a")), Map.of()),
                "The port 'y' has 1 labels, but the tensor 'y' has 3 classes; make them agree.");
        assertMisfit(
                SEGMENTATION,
                mask(Map.of(), Map.of("layout", "HW")),
                "The port 'y' is a mask, but the tensor 'y' is float32[1, 3, 2, 4]; give its"
                        + " layout, or use the kind tensor.");
        assertMisfit(
                HEAT,
                Port.of("y", "heatmap"),
                "The port 'y' is a heat map, which is one plane, but the tensor 'y' is"
                        + " float32[1, 3, 2, 4]; give its layout, or use the kind tensor.");
    }

    @Test
    void aMaskOfALargePictureStopsAtItsNextRow() {
        Port port = mask(Map.of(), Map.of());
        TensorInfo info = new TensorInfo("y", ElementType.FLOAT32, Shape.of(1, 3, 2, 4));
        SimpleTask task = (SimpleTask) Tasks.of("image-segmentation");
        Stop stop = new Stop();
        stop.request();
        Values inputs = Values.of("photo", Picture.of(8, 8, 3, new byte[192]));
        SimpleTask.Steps steps = task.bind(signature(task, port), network(info));
        Map<String, Tensor> tensors = Map.of("y", tensor(new float[24], 1, 3, 2, 4));
        assertThatExceptionOfType(StoppedException.class)
                .isThrownBy(() -> steps.after(inputs, tensors, stop));
        assertThat(steps.after(inputs, tensors).find("y")).isPresent();
    }

    private static void assertMisfit(Task task, Port port, String sentence) {
        TensorInfo info = new TensorInfo("y", ElementType.FLOAT32, Shape.of(1, 3, 2, 4));
        assertThat(task.check(signature(task, port), Map.of("main", network(info))))
                .extracting(Problem::message)
                .containsExactly(sentence);
    }

    private static Port mask(Map<String, Object> options, Map<String, Object> words) {
        return Port.of("y", "mask").withOptions(options).withTensor(Binding.of("y", words));
    }

    private static Tensor tensor(float[] values, long... shape) {
        return Tensor.of(values, shape);
    }

    private static Values run(SimpleTask task, Port port, Tensor tensor) {
        return run(
                task,
                port,
                new TensorInfo("y", ElementType.FLOAT32, Shape.of(tensor.shape())),
                tensor);
    }

    private static Values run(SimpleTask task, Port port, TensorInfo info, Tensor tensor) {
        Signature signature = signature(task, port);
        assertThat(task.check(signature, Map.of("main", network(info)))).isEmpty();
        Values inputs = Values.of("photo", Picture.of(8, 8, 3, new byte[192]));
        return task.after(signature, network(info), inputs, Map.of("y", tensor));
    }

    private static Task.Declared network(TensorInfo output) {
        return new Task.Declared(
                List.of(new TensorInfo("x", ElementType.FLOAT32, Shape.of(1, 3, 2, 4))),
                List.of(output));
    }

    private static Signature signature(Task task, Port output) {
        return new Signature(
                "T",
                "",
                task.id(),
                Map.of("main", "model.onnx"),
                List.of(IMAGE),
                List.of(output),
                List.of(),
                false,
                "",
                "");
    }
}
