package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class PoolingTest {
    private static final TensorInfo TOKENS =
            new TensorInfo("h", ElementType.FLOAT32, Shape.of(-1, -1, 3));

    @Property
    void onlyTokensOfTheTextCount(
            @ForAll @Size(12) List<@FloatRange(min = -3, max = 3) Float> numbers,
            @ForAll @Size(4) List<Boolean> counts) {
        counts.set(0, true);
        float[] all = new float[12];
        for (int i = 0; i < 12; i++) {
            all[i] = numbers.get(i);
        }
        long[] mask = counts.stream().mapToLong(c -> c ? 1 : 0).toArray();
        Tensor given = Tensor.of(all, 1, 4, 3);
        float[] mean = pooling("mean", false).pool(given, mask);
        float[] max = pooling("max", false).pool(given, mask);
        for (int i = 0; i < 3; i++) {
            int column = i;
            double[] kept =
                    IntStream.range(0, 4)
                            .filter(token -> mask[token] == 1)
                            .mapToDouble(token -> all[token * 3 + column])
                            .toArray();
            assertThat((double) mean[i])
                    .isCloseTo(Arrays.stream(kept).average().orElseThrow(), within(1e-5));
            assertThat((double) max[i]).isEqualTo(Arrays.stream(kept).max().orElseThrow());
        }
        assertThat(pooling("cls", false).pool(given, mask)).containsExactly(Arrays.copyOf(all, 3));
    }

    @Property
    void aNormalVectorIsOneLong(
            @ForAll @Size(3) List<@FloatRange(min = 0.5f, max = 9) Float> numbers) {
        float[] row = {numbers.get(0), numbers.get(1), numbers.get(2)};
        float[] vector = pooling("mean", true).pool(Tensor.of(row, 1, 1, 3));
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            squares += (double) vector[i] * vector[i];
            assertThat(vector[i] / vector[0]).isCloseTo(row[i] / row[0], within(1e-4f));
        }
        assertThat(squares).isCloseTo(1, within(1e-5));
    }

    private static Pooling pooling(String mode, boolean normalize) {
        Binding binding = Binding.of("h", Map.of("pooling", mode, "normalize", normalize));
        return Pooling.of(new Words(Port.of("v", "tensor"), binding), TOKENS);
    }
}
