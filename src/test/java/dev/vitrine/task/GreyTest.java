package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;

import java.util.Arrays;
import java.util.List;

class GreyTest {
    @Property(tries = 200)
    void aQuantileIsTheOneOfTheSortedNumbers(
            @ForAll @Size(min = 1, max = 300) List<@FloatRange(max = 1) Float> numbers,
            @ForAll @FloatRange(max = 1) float part) {
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i);
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        assertThat(new Grey(values.length, 1, values).quantile(part))
                .isCloseTo(sorted[(int) (part * (double) (values.length - 1))], within(1.0 / 1024));
    }
}
