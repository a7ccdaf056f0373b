package dev.vitrine.kind.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

class ChoiceKindTest {
    private static final ChoiceKind KIND = new ChoiceKind();
    private static final Port SEX =
            port("FEMALE", "MALE").withOptions(Map.of("names", List.of("Female", "A gentleman")));

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .alpha()
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .uniqueElements(word -> word.toLowerCase(Locale.ROOT));
    }

    @Property
    void aChoiceIsFoundAsItIsWrittenInAnyCaseAndBetweenSpaces(
            @ForAll("words") List<String> words, @ForAll int at) {
        Port port = port(words.toArray());
        String one = words.get(Math.floorMod(at, words.size()));
        for (String typed :
                List.of(
                        one,
                        one.toUpperCase(Locale.ROOT),
                        one.toLowerCase(Locale.ROOT),
                        " " + one + " ")) {
            assertThat(KIND.decode(port, new Raw.Text(typed))).isEqualTo(one);
        }
    }

    @Example
    void ofManyChoicesEachHasItsNameAndOneThatComesTwiceIsFound() {
        Object[] many = LongStream.range(0, 10_000).boxed().toArray();
        assertThat(KIND.declare(port(many))).isEmpty();
        assertThat(Choices.of(port(many)).allNames()).hasSize(10_000).endsWith("9999");
        many[9_999] = 5.0;
        assertThat(KIND.declare(port(many)))
                .extracting(Problem::message)
                .containsExactly("The choice 'value' lists '5' twice; take one out.");
        assertThat(KIND.declare(port("1", 1L, true, "true"))).isEmpty();
        assertThat(Choices.of(SEX).allNames()).containsExactly("Female", "A gentleman");
    }

    @Property
    void aRefusalNamesTheChoicesAndTheOneThatWasMeant(@ForAll("words") List<String> words) {
        Port port = port(words.toArray());
        assertThatThrownBy(() -> KIND.decode(port, new Raw.Text("§§§§§§§§§§§§")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(String.join(", ", words));
        assertThatThrownBy(() -> KIND.decode(SEX, new Raw.Text("FEMAL")))
                .hasMessage(
                        "'Value' is 'FEMAL', which is none of its choices; did you mean 'FEMALE'?"
                                + " The choices are FEMALE, MALE.");
    }

    @Property
    void aNumberIsMeantByItsValueHoweverItIsWritten(@ForAll short n) {
        Port port = port((long) n, "other");
        assertThat(KIND.decode(port, new Raw.Text(n + ".0"))).isEqualTo((long) n);
        assertThat(KIND.decode(port, new Raw.Json(Json.of((double) n)))).isEqualTo((long) n);
        assertThat(KIND.check(port, (int) n)).isEmpty();
        assertThat(KIND.check(port, n + 0.5)).isNotEmpty();
    }

    @Example
    void theExactChoiceGoesBeforeOneThatDiffersInCase() {
        Port port = port("a", "A", true, "1", 1L);
        assertThat(KIND.decode(port, new Raw.Text("A"))).isEqualTo("A");
        assertThat(KIND.decode(port, new Raw.Text("TRUE"))).isEqualTo(true);
        assertThat(KIND.decode(port, new Raw.Json(Json.of(1)))).isEqualTo(1L);
        assertThat(KIND.decode(port, new Raw.Json(Json.of("1")))).isEqualTo("1");
    }

    @Example
    void aChoiceIsShownAndTypedByItsName() {
        assertThat(KIND.text(SEX, "MALE")).isEqualTo("A gentleman");
        assertThat(KIND.decode(SEX, new Raw.Text("a gentleman"))).isEqualTo("MALE");
        assertThat(KIND.encode(SEX, "MALE").stringValue()).isEqualTo("MALE");
    }

    @Example
    void aPortWithoutChoicesWithTheSameTwiceOrWithTooFewNamesIsRefused() {
        assertThat(KIND.declare(Port.of("value", "choice")))
                .extracting(Problem::message)
                .containsExactly("The choice 'value' needs its choices; list them under choices.");
        assertThat(KIND.declare(port(1L, 1.0)))
                .extracting(Problem::message)
                .containsExactly("The choice 'value' lists '1' twice; take one out.");
        assertThat(KIND.declare(port("a", "b").withOptions(Map.of("names", List.of("A")))))
                .extracting(Problem::message)
                .containsExactly(
                        "The choice 'value' has 1 names for 2 choices; give one for each.");
        assertThat(KIND.declare(SEX)).isEmpty();
    }

    @Example
    void nothingIsNoChoice() {
        assertThatThrownBy(() -> KIND.decode(SEX, new Raw.Json(Json.of(null))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'Value'");
    }

    @Example
    void aLongListAndALongValueAreCutInTheSentence() {
        Object[] many = LongStream.range(0, 500).boxed().toArray();
        assertThatThrownBy(() -> KIND.decode(port(many), new Raw.Text("x".repeat(5000))))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250));
    }

    private static Port port(Object... choices) {
        return Port.of("value", "choice").withLimits(Limits.NONE.withChoices(List.of(choices)));
    }
}
