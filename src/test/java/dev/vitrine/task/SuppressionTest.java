package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.kind.boxes.Box;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class SuppressionTest {
    @Property
    void anOverlapIsAPartOfOneAndTheSameBothWays(
            @ForAll("boxes") List<Box> boxes, @ForAll("boxes") List<Box> others) {
        for (Box a : boxes) {
            for (Box b : others) {
                assertThat(a.overlap(b)).isBetween(0.0, 1.0).isEqualTo(b.overlap(a));
            }
            if (a.width() * a.height() > 0) {
                assertThat(a.overlap(a)).isCloseTo(1, within(1e-9));
            }
        }
    }

    /// Two squares of side 2 that share one of side 1: 1 of 4 + 4 - 1.
    @Example
    void anOverlapIsTheSharedAreaAsAPartOfTheCoveredOne() {
        assertThat(box("a", 1, 0, 0, 2, 2).overlap(box("a", 1, 1, 1, 2, 2)))
                .isCloseTo(1.0 / 7, within(1e-12));
        assertThat(box("a", 1, 0, 0, 2, 2).overlap(box("a", 1, 2, 0, 2, 2))).isZero();
    }

    @Property
    void suppressingTwiceIsSuppressingOnce(
            @ForAll("boxes") List<Box> boxes, @ForAll @DoubleRange(min = 0, max = 1) double iou) {
        List<Box> kept = Suppression.keep(boxes, iou);
        assertThat(Suppression.keep(kept, iou)).isEqualTo(kept);
    }

    @Property
    void whatStaysOverlapsNoOtherOfItsClassByMore(
            @ForAll("boxes") List<Box> boxes,
            @ForAll @DoubleRange(min = 0, max = 0.99) double iou) {
        List<Box> kept = Suppression.keep(boxes, iou);
        for (int i = 0; i < kept.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (kept.get(i).label().equals(kept.get(j).label())) {
                    assertThat(kept.get(i).overlap(kept.get(j))).isLessThanOrEqualTo(iou);
                }
            }
        }
    }

    @Property
    void whatGoesOverlapsASurerOneOfItsClassThatStays(
            @ForAll("boxes") List<Box> boxes,
            @ForAll @DoubleRange(min = 0, max = 0.99) double iou) {
        List<Box> kept = Suppression.keep(boxes, iou);
        assertThat(boxes).containsAll(kept);
        for (Box box : boxes) {
            assertThat(kept)
                    .anyMatch(k ->
                            k.equals(box)
                                    || k.label().equals(box.label())
                                            && k.score() >= box.score()
                                            && k.overlap(box) > iou);
        }
    }

    @Property
    void theOrderOfWhatGoesInDoesNotMatter(
            @ForAll("boxes") List<Box> boxes,
            @ForAll @DoubleRange(min = 0, max = 1) double iou,
            @ForAll Random random) {
        List<Box> shuffled = new ArrayList<>(boxes);
        Collections.shuffle(shuffled, random);
        assertThat(Suppression.keep(shuffled, iou)).isEqualTo(Suppression.keep(boxes, iou));
    }

    @Property
    void theSurestComeFirst(@ForAll("boxes") List<Box> boxes) {
        List<Double> scores = Suppression.keep(boxes, 0.5).stream().map(Box::score).toList();
        assertThat(scores).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Example
    void whereEverythingIsAFindItEndsAndKeepsTheSurest() {
        List<Box> flood =
                IntStream.range(0, Suppression.MOST + 5)
                        .mapToObj(i -> box("a", 1.0 / (i + 1), 0, 0, 10, 10))
                        .toList();
        assertThat(Suppression.keep(flood, 1)).hasSize(Suppression.MOST).contains(flood.getFirst());
        assertThat(Suppression.keep(flood, 0.5)).containsExactly(flood.getFirst());
    }

    /// Few places, sizes and scores, so that overlaps and ties are frequent.
    @Provide
    Arbitrary<List<Box>> boxes() {
        Arbitrary<Double> small = Arbitraries.integers().between(0, 6).map(Integer::doubleValue);
        return Combinators.combine(
                        Arbitraries.of("cat", "dog"),
                        Arbitraries.of(0.0, 0.25, 0.5, 0.75, 1.0),
                        small,
                        small,
                        small,
                        small)
                .as(Box::of)
                .list()
                .ofMaxSize(25);
    }

    private static Box box(String label, double score, double x, double y, double w, double h) {
        return Box.of(label, score, x, y, w, h);
    }
}
