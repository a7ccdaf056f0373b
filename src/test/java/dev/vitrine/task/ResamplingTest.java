package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import java.util.Arrays;

class ResamplingTest {
    private static final int[] RATES = {8000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000};

    @Property(tries = 60)
    void aSineBelowBothHalvesStaysTheSameSine(
            @ForAll @IntRange(max = 6) int from,
            @ForAll @IntRange(max = 6) int to,
            @ForAll @DoubleRange(min = 0.01, max = 0.85) double part) {
        double hertz = part * Math.min(RATES[from], RATES[to]) / 2;
        float[] made = Resampling.between(RATES[from], RATES[to]).apply(sine(RATES[from], hertz));
        double worst = 0;
        for (int i = made.length / 4; i < made.length * 3 / 4; i++) {
            double exact = Math.sin(2 * Math.PI * hertz * i / RATES[to]);
            worst = Math.max(worst, Math.abs(made[i] - exact));
        }
        assertThat(worst).as("%d to %d at %s Hz", RATES[from], RATES[to], hertz).isLessThan(2e-3);
    }

    @Property(tries = 30)
    void whatTheNewRateCannotHoldIsGoneAndNotFolded(
            @ForAll @DoubleRange(min = 1.05, max = 2.7) double times) {
        float[] made = Resampling.between(44_100, 16_000).apply(sine(44_100, 8000 * times));
        for (int i = made.length / 4; i < made.length * 3 / 4; i++) {
            assertThat((double) made[i]).isCloseTo(0, within(1e-3));
        }
    }

    @Example
    void lengthAndLoudnessStay() {
        float[] constant = new float[44_100];
        Arrays.fill(constant, 0.25f);
        float[] made = Resampling.between(44_100, 16_000).apply(constant);
        assertThat(made).hasSize(16_000);
        assertThat(made[8000]).isCloseTo(0.25f, within(1e-5f));
        assertThat(Resampling.between(16_000, 16_000).apply(constant)).isSameAs(constant);
        assertThat(Resampling.between(16_000, 44_100).apply(new float[0])).isEmpty();
    }

    private static float[] sine(int rate, double hertz) {
        float[] samples = new float[rate / 4];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * hertz * i / rate);
        }
        return samples;
    }
}
