package dev.vitrine.kind.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeKindTest {
    private static final RangeKind KIND = new RangeKind();
    private static final Port AGE =
            Port.of("age", "range").withLimits(Limits.between(0, 10).withStep(1));

    @ParameterizedTest
    @ValueSource(strings = {"2 8", "2, 8", "2;8", "2 to 8", "2..8", "2–8", "[2, 8]", " 2.0  8e0 "})
    void aRangeIsTypedAsPeopleWriteOne(String text) {
        assertThat(KIND.decode(AGE, new Raw.Text(text))).isEqualTo(new Range(2, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2 8 9", "a b", "1e999 2", "NaN 1", "{}"})
    void whatIsNoRangeIsRefusedWithWhatOneIs(String text) {
        assertThatThrownBy(() -> KIND.decode(AGE, new Raw.Text(text)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(
                        "'Age' is not a range; give two whole numbers from 0 to 10, the lower one"
                                + " first.");
    }

    @Test
    void eachEndKeepsTheBoundsAndTheEndsTheirOrder() {
        assertThat(KIND.check(AGE, new Range(0, 10))).isEmpty();
        assertThat(KIND.check(AGE, new Range(4, 4))).isEmpty();
        assertThat(KIND.check(AGE, new Range(8, 2)))
                .extracting(Problem::message)
                .containsExactly(
                        "'Age' is 8 to 2; give two whole numbers from 0 to 10, the lower one"
                                + " first.");
        assertThat(KIND.check(AGE, new Range(-1, 2)))
                .extracting(Problem::type)
                .containsExactly("greater_than_equal");
        assertThat(KIND.check(AGE, new Range(2, 11)))
                .extracting(Problem::type)
                .containsExactly("less_than_equal");
        assertThat(KIND.check(AGE, new Range(1.5, 2))).hasSize(1);
    }

    @Test
    void aRangeWithoutAMinAndAMaxIsDeclaredWrong() {
        assertThat(KIND.declare(Port.of("age", "range")))
                .extracting(Problem::message)
                .containsExactly("The range 'age' needs a min and a max.");
        assertThat(KIND.declare(AGE)).isEmpty();
    }

    @Test
    void allThereIsEndsOnAStep() {
        Port port = Port.of("x", "range").withLimits(Limits.between(0, 1).withStep(0.3));
        assertThat(KIND.check(port, RangeKind.whole(port))).isEmpty();
        assertThat(RangeKind.whole(port).high()).isBetween(0.899, 0.901);
    }
}
