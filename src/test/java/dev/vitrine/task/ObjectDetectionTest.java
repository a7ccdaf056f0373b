package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class ObjectDetectionTest {
    /// Two cells side by side with one row each, and a second tensor with one row for the whole.
    private static final Task.Declared NETWORK =
            new Task.Declared(
                    List.of(info("picture", 1, 3, 10, 20)),
                    List.of(
                            info("scores", 1, 2, 2),
                            info("scores2", 1, 1, 2),
                            info("boxes", 1, 2, 6),
                            info("boxes2", 1, 1, 6),
                            info("free", 1, -1, 4),
                            info("odd", 1, 2, 5),
                            info("flat", 4),
                            info("beside", 1, 6, 3),
                            info("chosen", 1, 2, 6)));

    private static final Port IMAGE =
            Port.of("photo", "image").withTensor(Binding.of("picture", Map.of("fit", "contain")));

    private static final Map<String, List<String>> PARTS =
            Map.of("scores", List.of("scores", "scores2"), "boxes", List.of("boxes", "boxes2"));

    private static final Map<String, Object> WORDS =
            Map.of(
                    "anchors",
                    List.of(
                            Map.of("grid", List.of(1L, 2L)),
                            Map.of("grid", List.of(1L, 1L), "each", 1L)),
                    "box",
                    "cxcywh",
                    "threshold",
                    0.5);

    private static final Port THINGS =
            Port.of("things", "boxes")
                    .withOptions(Map.of("labels", List.of("cat", "dog"), "points", List.of("tail")))
                    .withTensor(Binding.of(PARTS, WORDS));

    private static final ObjectDetection TASK = new ObjectDetection();

    @Test
    void rowsBecomeBoxesInPixelsOfThePicture() {
        // The tensor is 20 × 10 and the picture 40 × 40: it takes the middle 10 × 10 of it, from 5.
        Boxes boxes =
                run(
                        THINGS,
                        Map.of(
                                "scores", tensor(new float[] {0.9f, 0.1f, 0.2f, 0.4f}, 1, 2, 2),
                                "scores2", tensor(new float[] {0.1f, 0.75f}, 1, 1, 2),
                                "boxes",
                                        tensor(
                                                new float[] {2, 0, 2, 4, 1, 1, 0, 0, 9, 9, 0, 0},
                                                1,
                                                2,
                                                6),
                                "boxes2", tensor(new float[] {0, 0, 10, 10, -5, -5}, 1, 1, 6)));
        // First row: its cell's middle is (5, 5) in the tensor, so the box's is (7, 5): x 6 to 8,
        // y 3 to 7; less 5 and times 4 in the picture.
        assertThat(boxes)
                .isEqualTo(
                        Boxes.of(
                                new Box(
                                        "cat",
                                        0.9f,
                                        4,
                                        12,
                                        8,
                                        16,
                                        List.of(new Box.Point("tail", 4, 24))),
                                new Box(
                                        "dog",
                                        0.75f,
                                        0,
                                        0,
                                        40,
                                        40,
                                        List.of(new Box.Point("tail", 0, 0)))));
    }

    @Test
    void cornersAndSizesAreReadInEveryFormatAndUnit() {
        float[] pixels = {6, 3, 8, 7};
        assertThat(plain("xyxy", "pixels", pixels)).isEqualTo(Box.of("", 1, 4, 12, 8, 16));
        assertThat(plain("xywh", "pixels", new float[] {6, 3, 2, 4}))
                .isEqualTo(Box.of("", 1, 4, 12, 8, 16));
        assertThat(plain("cxcywh", "pixels", new float[] {7, 5, 2, 4}))
                .isEqualTo(Box.of("", 1, 4, 12, 8, 16));
        assertThat(plain("xyxy", "normalised", new float[] {0.3f, 0.3f, 0.4f, 0.7f}))
                .isEqualTo(Box.of("", 1, 4, 12, 8, 16));
    }

    @Test
    void anInputSaysTheThresholdAndFeedsNoTensor() {
        Port port = things(PARTS, with("threshold", "least"));
        Port least = Port.of("least", "slider").withLimits(Limits.between(0, 1)).withDefault(0.5);
        Signature signature = signature(List.of(IMAGE, least), port);
        assertThat(TASK.check(signature, Map.of("main", NETWORK))).isEmpty();
        Values values = Values.of("photo", Picture.of(40, 40, 3, new byte[4800]));
        assertThat(TASK.before(signature, NETWORK, values.with("least", 0.5)))
                .containsOnlyKeys("picture");
        Map<String, Tensor> tensors =
                Map.of(
                        "scores", tensor(new float[] {0.9f, 0.1f, 0.2f, 0.4f}, 1, 2, 2),
                        "scores2", tensor(new float[] {0.1f, 0.75f}, 1, 1, 2),
                        "boxes", tensor(new float[12], 1, 2, 6),
                        "boxes2", tensor(new float[6], 1, 1, 6));
        for (Map.Entry<Double, Integer> e : Map.of(0.95, 0, 0.8, 1, 0.5, 2, 0.1, 3).entrySet()) {
            Values out = TASK.after(signature, NETWORK, values.with("least", e.getKey()), tensors);
            assertThat(out.get("things", Boxes.class).boxes()).hasSize(e.getValue());
        }
    }

    /// Ultralytics' form: each column is a box, four rows its place and one for each class.
    @Test
    void rowsMayStandSideBySideAndHoldScoresBehindTheirBoxes() {
        float[] values = {
            7, 12, 9, //
            5, 5, 9, //
            2, 2, 9, //
            4, 4, 9, //
            0.9f, 0.2f, 0.1f, //
            0.1f, 0.7f, 0.3f
        };
        Map<String, Object> words =
                Map.of(
                        "sideways",
                        true,
                        "columns",
                        Map.of("boxes", List.of(0L, 3L), "scores", List.of(4L, 5L)),
                        "box",
                        "cxcywh",
                        "threshold",
                        0.5);
        Port port =
                things(Map.of("scores", List.of("beside"), "boxes", List.of("beside")), words)
                        .withOptions(Map.of("labels", List.of("cat", "dog")));
        assertThat(run(port, Map.of("beside", tensor(values, 1, 6, 3))))
                .isEqualTo(
                        Boxes.of(
                                Box.of("cat", 0.9f, 4, 12, 8, 16),
                                Box.of("dog", 0.7f, 24, 12, 8, 16)));
    }

    /// The form of networks that suppress and choose by themselves: corners, score, class.
    @Test
    void theNetworkMayHaveChosenTheClass() {
        float[] values = {6, 3, 8, 7, 0.9f, 1, 11, 3, 13, 7, 0.8f, 7};
        Map<String, Object> words =
                Map.of(
                        "columns",
                        Map.of(
                                "boxes", List.of(0L, 3L),
                                "scores", List.of(4L, 4L),
                                "classes", List.of(5L, 5L)));
        List<String> chosen = List.of("chosen");
        Port port =
                things(Map.of("scores", chosen, "boxes", chosen, "classes", chosen), words)
                        .withOptions(Map.of("labels", List.of("cat", "dog")));
        assertThat(run(port, Map.of("chosen", tensor(values, 1, 2, 6))))
                .isEqualTo(
                        Boxes.of(
                                Box.of("dog", 0.9f, 4, 12, 8, 16),
                                Box.of("7", 0.8f, 24, 12, 8, 16)));
    }

    @Test
    void columnsThatAreNotThereAreFoundBeforeAnythingRuns() {
        Map<String, List<String>> both =
                Map.of("scores", List.of("chosen"), "boxes", List.of("chosen"));
        assertMisfit(
                things(both, Map.of("columns", Map.of("boxes", List.of(3L, 6L)))),
                "The port 'things' takes its boxes from the columns 3 to 6, but the tensor 'chosen'"
                        + " (float32[1, 2, 6]) has 6 of them, counted from 0; change columns or"
                        + " sideways.");
        assertMisfit(
                things(both, Map.of("columns", Map.of("scores", List.of(3L, 2L)))),
                "The port 'things' has the columns [3, 2] for its scores; give the first and the"
                        + " last, such as [0, 3].");
        assertMisfit(
                things(
                        Map.of(
                                "scores", List.of("chosen"),
                                "boxes", List.of("chosen"),
                                "classes", List.of("scores2")),
                        Map.of(
                                "columns",
                                Map.of("boxes", List.of(0L, 3L), "scores", List.of(4L, 5L)))),
                "The port 'things' has 1 rows of classes in 'scores2', but 2 of boxes in 'chosen';"
                        + " name all tensors of both.");
    }

    @Test
    void whatIsNoBoxIsLeftOut() {
        for (float odd : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThat(free("xyxy", "pixels", 1, new float[] {odd, 0, 1, 1}).boxes()).isEmpty();
        }
        assertThat(free("xyxy", "pixels", 1, new float[] {5, 0, 4, 1}).boxes()).isEmpty();
        assertThat(free("xyxy", "pixels", Float.NaN, new float[] {0, 0, 1, 1}).boxes()).isEmpty();
        assertThat(free("xyxy", "pixels", 1, new float[0]).boxes()).isEmpty();
    }

    @Test
    void whatDoesNotFitIsFoundBeforeAnythingRuns() {
        assertMisfit(
                things(Map.of("scores", List.of("scores")), WORDS),
                "The port 'things' is boxes, which are made of two tensors, and names none for its"
                        + " boxes; write name: {scores: …, boxes: …}.");
        assertMisfit(
                things(Map.of("scores", List.of("score"), "boxes", List.of("boxes")), WORDS),
                "The port 'things' stands for the tensor 'score', which the network does not have;"
                        + " use scores, scores2, boxes, boxes2, free, odd, flat,"
                        + " beside, chosen.");
        assertMisfit(
                things(Map.of("scores", List.of("flat"), "boxes", List.of("boxes")), WORDS),
                "The port 'things' takes its scores from rows of numbers, but 'flat' is"
                        + " float32[4]; name another tensor.");
        assertMisfit(
                things(Map.of("scores", List.of("scores"), "boxes", List.of("boxes")), WORDS),
                "The port 'things' has 3 anchors, but the tensor 'boxes' has 2 rows; make them"
                        + " agree.");
        assertMisfit(
                things(Map.of("scores", List.of("scores"), "boxes", List.of("boxes2")), Map.of()),
                "The port 'things' has 2 rows of scores in 'scores', but 1 of boxes in 'boxes2';"
                        + " name all tensors of both.");
        assertMisfit(
                things(Map.of("scores", List.of("scores"), "boxes", List.of("odd")), Map.of()),
                "The port 'things' takes its boxes from 'odd' with 5 columns, which are no four and"
                        + " pairs for points; name another tensor.");
        assertMisfit(
                THINGS.withOptions(Map.of("labels", List.of("cat"))),
                "The port 'things' has 1 labels, but the tensor 'scores' has 2 classes; make them"
                        + " agree.");
        assertMisfit(
                THINGS.withOptions(Map.of("points", List.of("head", "tail"))),
                "The port 'things' has 2 names of points, but the tensor 'boxes' has 1 points; make"
                        + " them agree.");
        assertMisfit(
                things(PARTS, with("threshold", "least")),
                "The port 'things' takes its threshold from the input 'least', which there is not;"
                        + " declare a slider of that name or give a number.");
        assertMisfit(
                things(PARTS, with("threshold", "photo")),
                "The port 'things' takes its threshold from the input 'photo', which is no number"
                        + " of its own; use a slider without a tensor.");
        assertMisfit(
                THINGS.withOptions(Map.of("over", "foto")),
                "The port 'things' lies over 'foto', which is no image; use photo.");
    }

    @Test
    void aPortOfOneTensorCannotNameSeveral() {
        Port port =
                Port.of("photo", "image")
                        .withTensor(Binding.of(Map.of("scores", List.of("picture")), Map.of()));
        Signature signature = signature(List.of(port), THINGS);
        assertThat(TASK.check(signature, Map.of("main", NETWORK)))
                .extracting(Problem::message)
                .contains(
                        "The port 'photo' is of kind image, which is one tensor, and names several;"
                                + " give one name.");
    }

    @Test
    void boxesOfAnotherTaskAreSentToThisOne() {
        Signature signature = signature(List.of(IMAGE), Port.of("boxes", "boxes"));
        assertThat(Tasks.of("other").check(signature, Map.of("main", NETWORK)))
                .extracting(Problem::message)
                .containsExactly(
                        "The port 'boxes' is of kind 'boxes', which come of several tensors; use"
                                + " the task object-detection.");
    }

    private static void assertMisfit(Port port, String sentence) {
        assertThat(TASK.check(signature(List.of(IMAGE), port), Map.of("main", NETWORK)))
                .extracting(Problem::message)
                .containsExactly(sentence);
    }

    private static Box plain(String format, String unit, float[] row) {
        return free(format, unit, 1, row).boxes().getFirst();
    }

    private static Boxes free(String format, String unit, float score, float[] row) {
        Port port =
                Port.of("things", "boxes")
                        .withTensor(
                                Binding.of(
                                        Map.of("scores", List.of("sure"), "boxes", List.of("free")),
                                        Map.of("box", format, "unit", unit)));
        int rows = row.length / 4;
        float[] scores = new float[rows];
        Arrays.fill(scores, score);
        return run(
                port, Map.of("sure", tensor(scores, 1, rows, 1), "free", tensor(row, 1, rows, 4)));
    }

    private static Boxes run(Port port, Map<String, Tensor> tensors) {
        Signature signature = signature(List.of(IMAGE), port);
        Task.Declared network =
                new Task.Declared(
                        NETWORK.inputs(),
                        Stream.concat(NETWORK.outputs().stream(), Stream.of(info("sure", 1, -1, 1)))
                                .toList());
        assertThat(TASK.check(signature, Map.of("main", network))).isEmpty();
        Values values = Values.of("photo", Picture.of(40, 40, 3, new byte[4800]));
        return TASK.after(signature, network, values, tensors).get("things", Boxes.class);
    }

    private static Map<String, Object> with(String word, Object value) {
        Map<String, Object> words = new HashMap<>(WORDS);
        words.put(word, value);
        return words;
    }

    private static Port things(Map<String, List<String>> parts, Map<String, Object> words) {
        return Port.of("things", "boxes").withTensor(Binding.of(parts, words));
    }

    private static Signature signature(List<Port> inputs, Port output) {
        return new Signature(
                "T",
                "",
                "object-detection",
                Map.of("main", "m.onnx"),
                inputs,
                List.of(output),
                List.of(),
                false,
                "",
                "");
    }

    private static TensorInfo info(String name, long... shape) {
        return new TensorInfo(name, ElementType.FLOAT32, Shape.of(shape));
    }

    private static Tensor tensor(float[] values, long... shape) {
        return Tensor.of(values, shape);
    }
}
