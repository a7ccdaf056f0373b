package dev.vitrine.signature;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;

import java.util.List;

class NearestTest {
    private static final List<String> WORDS = List.of("kind", "label", "help", "min", "max");

    @Test
    void findsASwapADropAndAnotherCase() {
        assertThat(Nearest.of("knid", WORDS)).contains("kind");
        assertThat(Nearest.of("labl", WORDS)).contains("label");
        assertThat(Nearest.of("LABEL", WORDS)).contains("label");
        assertThat(Nearest.of("hel", WORDS)).contains("help");
    }

    @Test
    void findsNothingWhereNothingIsNear() {
        assertThat(Nearest.of("tensor", WORDS)).isEmpty();
        assertThat(Nearest.of("", WORDS)).isEmpty();
        assertThat(Nearest.of("x".repeat(100_000), WORDS)).isEmpty();
    }

    @Property
    void distanceIsZeroForTheSameAndTheSameBothWays(
            @ForAll @AlphaChars @StringLength(max = 8) String a,
            @ForAll @AlphaChars @StringLength(max = 8) String b) {
        assertThat(Nearest.distance(a, a)).isZero();
        assertThat(Nearest.distance(a, b)).isEqualTo(Nearest.distance(b, a));
        assertThat(Nearest.distance(a, b))
                .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
    }
}
