package dev.vitrine.window.kind.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.plot.Mark;
import dev.vitrine.kind.plot.Plot;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class ThinningTest {
    @Property(tries = 50)
    void peaksStayAndFewNumbersAreLeft(
            @ForAll @IntRange(max = 20_000) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<Object> x = new ArrayList<>();
        List<@Nullable Double> y = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            x.add((double) i);
            y.add(random.nextInt(10) == 0 ? null : (Double) random.nextGaussian());
        }
        Plot.Series all = new Plot.Series("a", x, y);
        Plot.Series few = Thinning.of(all);
        assertThat(few.y()).hasSizeLessThanOrEqualTo(2_000).hasSameSizeAs(few.x());
        assertThat(range(few)).isEqualTo(range(all));
        for (int i = 1; i < few.x().size(); i++) {
            assertThat((Double) few.x().get(i)).isGreaterThanOrEqualTo((Double) few.x().get(i - 1));
        }
    }

    private static double[] range(Plot.Series series) {
        return new Plot(Mark.LINE, "", "", List.of(series)).range();
    }
}
