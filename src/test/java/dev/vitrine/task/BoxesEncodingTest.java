package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.Fitting.Fit;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import java.util.List;
import java.util.Locale;
import java.util.Map;

class BoxesEncodingTest {
    private static final int HEIGHT = 32;
    private static final int WIDTH = 64;
    private static final Task.Declared NETWORK =
            new Task.Declared(
                    List.of(
                            new TensorInfo(
                                    "image", ElementType.FLOAT32, Shape.of(1, 3, HEIGHT, WIDTH)),
                            new TensorInfo("boxes", ElementType.FLOAT32, Shape.of(-1, 4)),
                            new TensorInfo("one", ElementType.FLOAT32, Shape.of(1, 1, 4)),
                            new TensorInfo("points", ElementType.FLOAT32, Shape.of(1, -1, 2)),
                            new TensorInfo("classes", ElementType.INT64, Shape.of(1, -1)),
                            new TensorInfo("text", ElementType.STRING, Shape.of(-1))),
                    List.of());

    /// What is written by each format and unit is read back by the way that outputs take.
    @Property
    void aBoxLedToTheNetworkAndBackIsWhereItWas(
            @ForAll Fit fit,
            @ForAll BoxFormat format,
            @ForAll Unit unit,
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll @DoubleRange(min = 0, max = 1) double x,
            @ForAll @DoubleRange(min = 0, max = 1) double y) {
        Box box = Box.of("", 1, x * width, y * height, width * (1 - x), height * (1 - y));
        Signature signature = signature(fit, Map.of(), Binding.of("boxes", words(format, unit)));
        Tensor given = encode(signature, picture(width, height), box).get("boxes");
        assertThat(given.shape()).containsExactly(1, 4);
        float[] row = given.floats();
        Fitting fitting = Fitting.of(fit, width, height, WIDTH, HEIGHT);
        double left = back(fitting.across(), unit, format.least(row[0], row[2]));
        double top = back(fitting.down(), unit, format.least(row[1], row[3]));
        double right =
                back(
                        fitting.across(),
                        unit,
                        format.least(row[0], row[2]) + format.size(row[0], row[2]));
        double bottom =
                back(
                        fitting.down(),
                        unit,
                        format.least(row[1], row[3]) + format.size(row[1], row[3]));
        assertThat(left).isCloseTo(box.x(), within(0.01));
        assertThat(top).isCloseTo(box.y(), within(0.01));
        assertThat(right).isCloseTo(box.x() + box.width(), within(0.01));
        assertThat(bottom).isCloseTo(box.y() + box.height(), within(0.01));
    }

    private static double back(Fitting.Axis axis, Unit unit, double number) {
        return axis.back(unit == Unit.PIXELS ? number : number * axis.size());
    }

    @Example
    void pointsHaveTheNumbersOfTheirLabels() {
        Binding both =
                Binding.of(
                        Map.of("points", List.of("points"), "classes", List.of("classes")),
                        Map.of());
        Map<String, Object> options = Map.of("pick", "points", "labels", List.of("out", "in"));
        Map<String, Tensor> tensors =
                encode(
                        signature(Fit.STRETCH, options, both),
                        picture(WIDTH, HEIGHT),
                        Box.point("in", 3, 4),
                        Box.point("out", 5, 6));
        assertThat(tensors.get("points")).isEqualTo(Tensor.of(new float[] {3, 4, 5, 6}, 1, 2, 2));
        assertThat(tensors.get("classes")).isEqualTo(Tensor.of(new long[] {1, 0}, 1, 2));
    }

    @Example
    void nothingPickedIsNoRows() {
        Signature signature = signature(Fit.STRETCH, Map.of(), Binding.of("boxes", Map.of()));
        assertThat(encode(signature, picture(8, 8)).get("boxes").shape()).containsExactly(0, 4);
    }

    @Example
    void moreThanTheNetworkTakesIsRefused() {
        Signature signature = signature(Fit.STRETCH, Map.of(), Binding.of("one", Map.of()));
        Box box = Box.of("", 1, 0, 0, 1, 1);
        assertThat(encode(signature, picture(8, 8), box).get("one").shape())
                .containsExactly(1, 1, 4);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> encode(signature, picture(8, 8), box, box))
                .withMessage("'Prompt' has the wrong number of boxes, 2; pick 1.");
    }

    @Example
    void whatNoHandCanPickIsFoundBeforeAnythingRuns() {
        assertThat(problem(Map.of(), Binding.of("points", Map.of())))
                .isEqualTo(
                        "The port 'prompt' lets a hand pick boxes, for which it names no tensor;"
                                + " name one under boxes, or change its pick.");
        assertThat(problem(Map.of("pick", "points"), Binding.of("boxes", Map.of())))
                .isEqualTo(
                        "The port 'prompt' names a tensor of boxes, which no hand can pick; change"
                                + " its pick.");
        assertThat(problem(Map.of(), Binding.of("text", Map.of())))
                .isEqualTo(
                        "The port 'prompt' gives rows of 4 boxes, which the tensor 'text'"
                                + " (string[?]) does not take; use the kind tensor.");
        assertThat(problem(Map.of(), Binding.of(Map.of("scores", List.of("boxes")), Map.of())))
                .isEqualTo(
                        "The port 'prompt' has the part 'scores' of 1 tensors; name one each for"
                                + " boxes, points, classes.");
    }

    @Example
    void aMaskHasOneChannel() {
        Port mask =
                Port.of("mask", "mask").withTensor(Binding.of("image", Map.of("layout", "NCHW")));
        Task task = Tasks.of("other");
        assertThat(task.check(signature(List.of(mask)), Map.of(Signature.MAIN, NETWORK)))
                .extracting(Problem::message)
                .contains(
                        "The port 'mask' is a mask, which has one channel, but the tensor 'image'"
                                + " (float32[1, 3, 32, 64]) takes 3; use the kind image.");
    }

    @Example
    void aMaskLiesOverAPicture() {
        Port mask = Port.of("mask", "mask").withTensor(Binding.of("plane", Map.of()));
        Task.Declared network =
                new Task.Declared(
                        List.of(new TensorInfo("plane", ElementType.BOOL, Shape.of(1, 1, 8, 8))),
                        List.of());
        assertThat(
                        Tasks.of("other")
                                .check(signature(List.of(mask)), Map.of(Signature.MAIN, network)))
                .extracting(Problem::message)
                .containsExactly(
                        "The port 'mask' lies over one of several inputs, or none, which is no"
                                + " image; use an input of kind image.");
    }

    private static String problem(Map<String, Object> options, Binding binding) {
        return Tasks.of("other")
                .check(signature(Fit.STRETCH, options, binding), Map.of(Signature.MAIN, NETWORK))
                .getFirst()
                .message();
    }

    private static Map<String, Object> words(BoxFormat format, Unit unit) {
        return Map.of(
                "box",
                format.name().toLowerCase(Locale.ROOT),
                "unit",
                unit.name().toLowerCase(Locale.ROOT));
    }

    private static Picture picture(int width, int height) {
        return Picture.of(width, height, 1, new byte[width * height]);
    }

    private static Map<String, Tensor> encode(Signature signature, Picture picture, Box... boxes) {
        return ((SimpleTask) Tasks.of("other"))
                .before(
                        signature,
                        NETWORK,
                        Values.of("photo", picture).with("prompt", Boxes.of(boxes)));
    }

    private static Signature signature(Fit fit, Map<String, Object> options, Binding binding) {
        Map<String, Object> words = Map.of("fit", fit.name().toLowerCase(Locale.ROOT));
        return signature(
                List.of(
                        Port.of("photo", "image").withTensor(Binding.of("image", words)),
                        Port.of("prompt", "boxes").withOptions(options).withTensor(binding)));
    }

    private static Signature signature(List<Port> inputs) {
        return new Signature(
                "T",
                "",
                "other",
                Map.of("main", "model.onnx"),
                inputs,
                List.of(),
                List.of(),
                false,
                "",
                "");
    }
}
