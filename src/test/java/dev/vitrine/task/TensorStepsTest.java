package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

class TensorStepsTest {
    private static final TensorInfo INFO =
            new TensorInfo("x", ElementType.FLOAT32, Shape.of(1, 2, 3));

    private static TensorSteps steps(TensorInfo info, List<Map<String, Object>> all) {
        Binding binding = Binding.of("x", Map.of("steps", all));
        return TensorSteps.of(new Words(Port.of("x", "tensor").withTensor(binding), binding), info);
    }

    private static float[] after(Map<String, Object> step, double... values) {
        Tensor given = Tensor.of(ElementType.FLOAT32, values, 1, 2, 3);
        return steps(INFO, List.of(step)).after(given).floats();
    }

    @Test
    void eachStepDoesWhatTheZooSays() {
        assertThat(after(Map.of("step", "binarize", "threshold", 2), 1, 2, 3, 4, 0, 2.5))
                .containsExactly(0, 0, 1, 1, 0, 1);
        assertThat(after(Map.of("step", "clip", "min", 1, "max", 3), 0, 1, 2, 3, 4, -1))
                .containsExactly(1, 1, 2, 3, 3, 1);
        assertThat(
                        after(
                                Map.of(
                                        "step",
                                        "scale_linear",
                                        "gain",
                                        List.of(1, 10),
                                        "offset",
                                        0.5,
                                        "axis",
                                        1),
                                1,
                                2,
                                3,
                                1,
                                2,
                                3))
                .containsExactly(1.5f, 2.5f, 3.5f, 10.5f, 20.5f, 30.5f);
        assertThat(
                        after(
                                Map.of(
                                        "step",
                                        "fixed_zero_mean_unit_variance",
                                        "mean",
                                        List.of(1, 2, 3),
                                        "std",
                                        2,
                                        "axis",
                                        2),
                                1,
                                2,
                                3,
                                3,
                                4,
                                5))
                .containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(after(Map.of("step", "sigmoid"), 0, 0, 0, 0, 0, 100))
                .containsExactly(0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 1);
        assertThat(after(Map.of("step", "softmax", "axis", 1), 1, 0, 0, 1, 0, Math.log(3)))
                .containsExactly(new float[] {0.5f, 0.5f, 0.25f, 0.5f, 0.5f, 0.75f}, within(1e-6f));
    }

    /// Values of `numpy.percentile` and of the Zoo's formula.
    @Test
    void percentilesLieBetweenElements() {
        assertThat(
                        after(
                                Map.of(
                                        "step",
                                        "scale_range",
                                        "minPercentile",
                                        10,
                                        "maxPercentile",
                                        90,
                                        "axes",
                                        List.of(1, 2)),
                                0,
                                10,
                                20,
                                30,
                                40,
                                50))
                .containsExactly(
                        new float[] {-0.125f, 0.125f, 0.375f, 0.625f, 0.875f, 1.125f},
                        within(1e-5f));
    }

    @Property(tries = 200)
    void standardizingLeavesMeanZeroAndVarianceOneInEachGroup(
            @ForAll @Size(6) List<@DoubleRange(min = -1000, max = 1000) Double> values) {
        double[] given = values.stream().mapToDouble(Double::doubleValue).toArray();
        float[] got =
                after(Map.of("step", "zero_mean_unit_variance", "axes", List.of(0, 2)), given);
        for (int c = 0; c < 2; c++) {
            double[] before = Arrays.copyOfRange(given, 3 * c, 3 * c + 3);
            double mean = 0;
            double squares = 0;
            for (int i = 3 * c; i < 3 * c + 3; i++) {
                mean += got[i] / 3;
                squares += got[i] * got[i] / 3;
            }
            double spread =
                    Arrays.stream(before).max().orElseThrow()
                            - Arrays.stream(before).min().orElseThrow();
            assertThat(mean).isCloseTo(0, within(1e-2));
            if (spread > 1e-2) {
                assertThat(squares).isCloseTo(1, within(1e-2));
            }
        }
    }

    @Property(tries = 200)
    void groupsHoldEachElementOnce(
            @ForAll @Size(min = 0, max = 4) List<@IntRange(min = 1, max = 4) Integer> sizes,
            @ForAll @Size(4) List<Boolean> together) {
        long[] shape = sizes.stream().mapToLong(Integer::longValue).toArray();
        boolean[] flags = new boolean[shape.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = together.get(i);
        }
        double[] counts = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        Groups.of(shape, flags)
                .change(
                        counts,
                        group -> {
                            for (int i = 0; i < group.length; i++) {
                                group[i]++;
                            }
                        });
        assertThat(counts).containsOnly(1);
    }

    @Test
    void anInputComesOutInTheTypeOfTheNetworkAndAnOutputInSinglePrecision() {
        TensorSteps none = steps(INFO, List.of());
        Tensor bytes = Tensor.of(ElementType.UINT8, new double[] {1, 2, 3, 4, 5, 6}, 1, 2, 3);
        assertThat(none.before(bytes, INFO).type()).isEqualTo(ElementType.FLOAT32);
        assertThat(none.after(bytes)).isSameAs(bytes);
        TensorSteps half = steps(INFO, List.of(Map.of("step", "scale_linear", "gain", 0.5)));
        assertThat(half.after(bytes).form()).isEqualTo("float32[1, 2, 3]");
        assertThat(half.before(Tensor.of(ElementType.UINT8, new double[0], 0), INFO).size())
                .isZero();
        TensorInfo small = new TensorInfo("x", ElementType.UINT8, Shape.of(1, 2, 3));
        TensorSteps much = steps(small, List.of(Map.of("step", "scale_linear", "gain", 1000)));
        assertThatThrownBy(() -> much.before(bytes, small))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("gives numbers that the model does not take");
    }

    @Test
    void whatCannotBeMeantIsRefusedWhenItIsRead() {
        for (Map<String, Object> step :
                List.<Map<String, Object>>of(
                        Map.of("step", "binarize"),
                        Map.of("step", "blur"),
                        Map.of("gain", 2),
                        Map.of("step", "scale_linear", "gain", List.of(1, 2)),
                        Map.of("step", "scale_linear", "gain", List.of(1, 2), "axis", 2),
                        Map.of("step", "scale_range", "axes", List.of(3)),
                        Map.of("step", "softmax", "axis", 3))) {
            assertThatThrownBy(() -> steps(INFO, List.of(step)))
                    .as("%s", step)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageEndingWith(".");
        }
    }
}
