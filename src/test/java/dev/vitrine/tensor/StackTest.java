package dev.vitrine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

class StackTest {
    @Property
    void whatIsStackedComesApartAgain(
            @ForAll ElementType type,
            @ForAll @IntRange(min = 1, max = 9) int calls,
            @ForAll @IntRange(max = 3) int columns,
            @ForAll @IntRange(min = 1, max = 3) int depth,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Map<String, Tensor>> all =
                IntStream.range(0, calls)
                        .mapToObj(i ->
                                Map.of(
                                        "x", random(type, random, 1, columns, depth),
                                        "y", random(ElementType.INT64, random, 1)))
                        .toList();
        assertThat(all.stream().map(Stack::form).distinct()).hasSize(1).doesNotContain("");
        Map<String, Tensor> stacked = Stack.of(all);
        assertThat(stacked.get("x").shape()).containsExactly(calls, columns, depth);
        assertThat(Stack.split(stacked, calls)).isEqualTo(all);
    }

    @Test
    void onlyBatchesOfOneOfOneFormAreStacked() {
        Tensor row = Tensor.of(new float[] {1, 2}, 1, 2);
        assertThat(Stack.form(Map.of("x", row)))
                .isNotEqualTo(Stack.form(Map.of("x", row.reshape(1, 2, 1))))
                .isNotEqualTo(Stack.form(Map.of("z", row)))
                .isNotEqualTo(Stack.form(Map.of("x", Tensor.of(new long[] {1, 2}, 1, 2))));
        assertThat(Stack.form(Map.of("x", row.reshape(2, 1)))).isEmpty();
        assertThat(Stack.form(Map.of("x", Tensor.of(new float[] {1})))).isEmpty();
    }

    @Test
    void anOutputThatHasNoRowForEachIsRefused() {
        Tensor row = Tensor.of(new float[] {1, 2}, 1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stack.split(Map.of("y", row), 2))
                .withMessageContaining("float32[1, 2]");
    }

    private static Tensor random(ElementType type, Random random, long... shape) {
        int size = 1;
        for (long n : shape) {
            size *= (int) n;
        }
        if (type == ElementType.STRING) {
            return Tensor.of(random.ints(size).mapToObj(Integer::toString).toList(), shape);
        }
        double[] values = random.ints(size, 0, 2).asDoubleStream().toArray();
        return Tensor.of(type, values, shape);
    }
}
