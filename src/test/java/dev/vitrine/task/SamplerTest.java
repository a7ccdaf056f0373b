package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.task.Sampler.Candidates;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// The laws of sampling.
class SamplerTest {
    private static final float LEAST = -20;
    private static final float MOST = 20;
    private static final double EPSILON = 1e-9;
    private static final Sampler PLAIN = new Sampler(1, 0, 1, 1);

    @Property
    void withNothingSaidEveryTokenIsAsLikelyAsItsSoftmax(
            @ForAll @Size(min = 1, max = 60) List<@FloatRange(min = LEAST, max = MOST) Float> all) {
        float[] scores = floats(all);
        Candidates candidates = PLAIN.candidates(scores);
        assertThat(candidates.ids()).hasSameSizeAs(scores);
        double[] softmax = softmax(scores, 1);
        for (int i = 0; i < scores.length; i++) {
            assertThat(candidates.probabilities()[i])
                    .isCloseTo(softmax[candidates.ids()[i]], within(EPSILON));
        }
        falls(candidates, scores);
    }

    @Property
    void topKKeepsTheGreatestAndTheLowestIdOfEqualOnes(
            @ForAll @Size(min = 1, max = 400) List<@IntRange(min = -9, max = 9) Integer> all,
            @ForAll @IntRange(min = 1, max = 50) int k) {
        float[] scores = floats(all.stream().map(Integer::floatValue).toList());
        int[] ids = new Sampler(1, k, 1, 1).candidates(scores).ids();
        int[] sorted =
                IntStream.range(0, scores.length)
                        .boxed()
                        .sorted((a, b) ->
                                scores[a] == scores[b]
                                        ? Integer.compare(a, b)
                                        : Float.compare(scores[b], scores[a]))
                        .mapToInt(i -> i)
                        .limit(k)
                        .toArray();
        assertThat(ids).isEqualTo(sorted);
    }

    @Property
    void topPKeepsTheFewestThatAreAsLikelyTogether(
            @ForAll @Size(min = 1, max = 60) List<@FloatRange(min = LEAST, max = MOST) Float> all,
            @ForAll @DoubleRange(min = 0, max = 1) double p) {
        float[] scores = floats(all);
        Candidates candidates = new Sampler(1, 0, p, 1).candidates(scores);
        double[] softmax = softmax(scores, 1);
        int[] ids = candidates.ids();
        double held = Arrays.stream(ids).mapToDouble(id -> softmax[id]).sum();
        assertThat(held).isGreaterThanOrEqualTo(p - EPSILON);
        assertThat(held - softmax[ids[ids.length - 1]])
                .satisfiesAnyOf(
                        less -> assertThat(less).isLessThan(p + EPSILON),
                        less -> assertThat(ids).hasSize(1));
        falls(candidates, scores);
    }

    @Property
    void aTemperatureOfNothingIsGreedyAndALowOneNearlySo(
            @ForAll @Size(min = 2, max = 60) List<@IntRange(min = -50, max = 50) Integer> all,
            @ForAll long seed) {
        float[] scores = floats(all.stream().map(Integer::floatValue).toList());
        int greatest = 0;
        for (int i = 1; i < scores.length; i++) {
            greatest = scores[i] > scores[greatest] ? i : greatest;
        }
        assertThat(new Sampler(0, 0, 1, 1).candidates(scores).ids()).containsExactly(greatest);
        int low = new Sampler(1e-3, 0, 1, 1).next(scores, new long[0], new Random(seed));
        assertThat(scores[low]).isEqualTo(scores[greatest]);
    }

    @Property
    void aSeedRepeats(
            @ForAll @Size(min = 2, max = 60) List<@FloatRange(min = LEAST, max = MOST) Float> all,
            @ForAll long seed) {
        Random one = new Random(seed);
        Random two = new Random(seed);
        Sampler sampler = new Sampler(1.5, 20, 0.9, 1.1);
        for (int i = 0; i < 20; i++) {
            long[] lately = {i % all.size()};
            assertThat(sampler.next(floats(all), lately, one))
                    .isEqualTo(sampler.next(floats(all), lately, two));
        }
    }

    @Property
    void aPenaltyMakesNothingLikelierThatWasThere(
            @ForAll @Size(min = 2, max = 30) List<@FloatRange(min = LEAST, max = MOST) Float> all,
            @ForAll @DoubleRange(min = 1, max = 2) double penalty) {
        float[] scores = floats(all);
        double before = probability(PLAIN.candidates(scores), 0);
        Candidates punished = new Sampler(1, 0, 1, penalty).candidates(scores, 0, 0);
        assertThat(probability(punished, 0)).isLessThanOrEqualTo(before + EPSILON);
    }

    @Test
    void tokensComeAsOftenAsTheyAreLikely() {
        float[] scores = {2, 1, 0, -1};
        int draws = 40_000;
        Random random = new Random(7);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < draws; i++) {
            counts.merge(PLAIN.next(scores, new long[0], random), 1, Integer::sum);
        }
        double[] softmax = softmax(scores, 1);
        counts.forEach((id, count) ->
                assertThat((double) count / draws).isCloseTo(softmax[id], within(0.01)));
    }

    @Test
    void whatIsNoNumberIsASentence() {
        assertThatThrownBy(() -> PLAIN.candidates(new float[] {0, Float.NaN}))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no numbers");
        assertThatThrownBy(() -> PLAIN.candidates(new float[] {Float.NEGATIVE_INFINITY}))
                .isInstanceOf(ProblemException.class);
        assertThat(PLAIN.candidates(new float[] {0, Float.NEGATIVE_INFINITY}).probabilities())
                .containsExactly(1, 0);
    }

    private static void falls(Candidates candidates, float[] scores) {
        int[] ids = candidates.ids();
        for (int i = 1; i < ids.length; i++) {
            assertThat(scores[ids[i]]).isLessThanOrEqualTo(scores[ids[i - 1]]);
        }
        assertThat(Arrays.stream(candidates.probabilities()).sum()).isCloseTo(1, within(EPSILON));
    }

    private static double probability(Candidates candidates, int id) {
        return IntStream.range(0, candidates.ids().length)
                .filter(i -> candidates.ids()[i] == id)
                .mapToDouble(i -> candidates.probabilities()[i])
                .sum();
    }

    private static double[] softmax(float[] scores, double temperature) {
        double[] weights = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            weights[i] = Math.exp(((double) scores[i] - MOST) / temperature);
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }

    private static float[] floats(List<Float> all) {
        float[] floats = new float[all.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = all.get(i);
        }
        return floats;
    }
}
