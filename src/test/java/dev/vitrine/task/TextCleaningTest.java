package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

class TextCleaningTest {
    private static final Port PORT = Port.of("text", "text").withLabel("Your text");

    /// The steps of `models/language`.
    private static final List<Object> LANGUAGE =
            List.of(
                    Map.of("replace", "-", "with", " "),
                    Map.of("keep", List.of("letters", "marks", "spaces")),
                    "collapse",
                    "lowercase",
                    "strip",
                    Map.of("prepend", " "),
                    Map.of("append", " "));

    static Stream<Arguments> sentences() {
        return Stream.of(
                arguments("A-b--C, d!", " a b c d "),
                arguments("Il fait beau aujourd'hui.", " il fait beau aujourdhui "),
                arguments("  x\t\n\u00a0\u3000y  ", " x y "),
                arguments("नमस्ते", " नमस्ते "),
                arguments("a1😀b\u0000c\ud800d", " abcd "),
                arguments("ΟΔΟΣ ΣΟΦΟΣ", " οδος σοφος "),
                arguments("IİI", " ii\u0307i "),
                arguments("今日は。", " 今日は "));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void theStepsOfTheLanguageDemoLeaveWordsBetweenSpaces(String text, String clean) {
        assertThat(cleaning(LANGUAGE).clean(text)).isEqualTo(clean);
    }

    @Test
    void eachStepDoesWhatHuggingFacesOfThatNameDoes() {
        assertThat(cleaned("é\ufb01Ⅷ", "nfd")).isEqualTo("e\u0301\ufb01Ⅷ");
        assertThat(cleaned("e\u0301\ufb01Ⅷ", "nfc")).isEqualTo("é\ufb01Ⅷ");
        assertThat(cleaned("é\ufb01Ⅷ", "nfkd")).isEqualTo("e\u0301fiVIII");
        assertThat(cleaned("e\u0301\ufb01Ⅷ", "nfkc")).isEqualTo("éfiVIII");
        assertThat(cleaned("Ça coûte 3 €", "nfd", "strip-accents")).isEqualTo("Ca coute 3 €");
        assertThat(cleaned("\u0085 a  b \u2028", "strip")).isEqualTo("a  b");
        assertThat(cleaned(" a \t b ", "collapse")).isEqualTo(" a b ");
        assertThat(cleaned("a.b.", Map.of("replace", ".", "with", "$1"))).isEqualTo("a$1b$1");
        assertThat(cleaned("aaa", Map.of("replace", "aa", "with", "a"))).isEqualTo("aa");
        assertThat(
                        cleaned(
                                "a, 1½ + b_\t",
                                Map.of("keep", List.of("numbers", "punctuation", "symbols"))))
                .isEqualTo(",1½+_");
    }

    @Property
    void cleaningTwiceIsCleaningOnce(@ForAll("texts") String text) {
        Port optional = PORT.withDefault("");
        for (Object step : List.of("nfc", "nfd", "nfkc", "nfkd", "lowercase", "strip-accents")) {
            TextCleaning cleaning = cleaning(optional, List.of(step));
            assertThat(cleaning.clean(cleaning.clean(text))).isEqualTo(cleaning.clean(text));
        }
        TextCleaning language = cleaning(optional, LANGUAGE);
        assertThat(language.clean(language.clean(text))).isEqualTo(language.clean(text));
    }

    @Property
    void anyTextIsCleanedOrRefusedInASentence(@ForAll("texts") String text) {
        try {
            assertThat(cleaning(LANGUAGE).clean(text))
                    .startsWith(" ")
                    .endsWith(" ")
                    .doesNotContain("  ")
                    .matches("[\\p{L}\\p{M} ]*");
        } catch (ProblemException e) {
            assertThat(text.codePoints()).noneMatch(Character::isLetter);
        }
    }

    @Property
    void normalFormsAreTheJdksWhereMarksAreFew(@ForAll("texts") String text) {
        for (Normalizer.Form form : Normalizer.Form.values()) {
            assertThat(NormalForm.of(text, form)).isEqualTo(Normalizer.normalize(text, form));
        }
    }

    @Property
    void lowerCaseIsTheJdks(@ForAll("texts") String text) {
        String without = text.replace("Σ", "");
        assertThat(Lowercase.of(without)).isEqualTo(without.toLowerCase(Locale.ROOT));
    }

    @Property
    void lowerCaseOfGreekWordsIsTheJdks(@ForAll("greek") String text) {
        assertThat(Lowercase.of(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({
        "Σ, σ",
        "ΑΣ, ας",
        "ΑΣ\u0301, ας\u0301",
        "Α\u00b7Σ, α\u00b7ς",
        "ΑΣ1, ας1",
        "ΑΣΑ, ασα"
    })
    void aSigmaIsFinalWhereAWordEndsWithIt(String text, String lower) {
        assertThat(Lowercase.of(text)).isEqualTo(lower);
    }

    /// Each of these takes minutes where the time grows with the square.
    @ParameterizedTest
    @ValueSource(strings = {"Σ", "Σ'", "\u0301\u0316", "-", " ", "a ", "\ud83d\ude00"})
    void millionsOfAnyCharacterAreCleaned(String unit) {
        String text = "a" + unit.repeat(2_000_000);
        for (Object step : CleaningStep.PLAIN.keySet()) {
            assertThat(cleaned(text, step).isEmpty()).isFalse();
        }
        assertThat(cleaning(LANGUAGE).clean(text).startsWith(" a")).isTrue();
    }

    @Test
    void aTextThatGrowsBeyondReasonIsRefused() {
        Map<String, String> grow = Map.of("replace", "a", "with", "a".repeat(1000));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> cleaned("aaaa", grow, grow, grow, grow))
                .withMessage("'Your text' is too long; shorten it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "123 - 45", "😀", "\u0000", "\ud800"})
    void aTextOfWhichNothingIsLeftIsRefusedWhereOneIsNeeded(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> cleaning(LANGUAGE).clean(text))
                .withMessage("'Your text' holds nothing that the model reads; write words.");
        assertThat(cleaning(PORT.withDefault(""), LANGUAGE).clean(text)).isBlank();
    }

    @Test
    void withoutStepsATextStaysAsItIs() {
        assertThat(cleaned(" \u0000A")).isEqualTo(" \u0000A");
        assertThat(cleaned("")).isEmpty();
    }

    @Test
    void aStepThatThereIsNotIsNamed() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> cleaning(List.of("lower")))
                .withMessageContaining("'text'")
                .withMessageContaining("'lower'")
                .withMessageContaining("lowercase");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> cleaning(List.of(Map.of("keep", List.of("digits")))));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> cleaning(List.of(Map.of("replace", "", "with", "x"))));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings()
                        .withChars("aB-Σ\u0301\u05d0\u202e\u0000 \ud83d\ude00\ud800İß\u0130ﬁ\u00a0")
                        .ofMaxLength(20));
    }

    @Provide
    Arbitrary<String> greek() {
        return Arbitraries.strings().withChars("ΑΣσΟ ").ofMaxLength(12);
    }

    private static String cleaned(String text, Object... steps) {
        return cleaning(List.of(steps)).clean(text);
    }

    private static TextCleaning cleaning(List<Object> steps) {
        return cleaning(PORT, steps);
    }

    private static TextCleaning cleaning(Port port, List<Object> steps) {
        return TextCleaning.of(new Words(port, Binding.of("text", Map.of("clean", steps))));
    }
}
