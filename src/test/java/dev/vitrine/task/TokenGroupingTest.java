package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.kind.spans.Span;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class TokenGroupingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "O B-PER I-PER O | PER 1-3",
                "B-PER B-PER I-PER | PER 0-1, PER 1-3",
                "I-PER I-PER I-LOC | PER 0-2, LOC 2-3",
                "B-PER I-LOC | PER 0-1, LOC 1-2",
                "S-PER S-PER B-LOC E-LOC I-LOC | PER 0-1, PER 1-2, LOC 2-4, LOC 4-5",
                "U-PER B-LOC L-LOC O | PER 0-1, LOC 1-3",
                "NOUN NOUN VERB O NOUN | NOUN 0-2, VERB 2-3, NOUN 4-5",
                "O O | ''"
            })
    void tagsBecomeSpans(String tags, String spans) {
        TokenGrouping grouping = new TokenGrouping();
        String[] all = tags.split(" ");
        for (int i = 0; i < all.length; i++) {
            grouping.add(all[i], i, i + 1, 1);
        }
        assertThat(
                        String.join(
                                ", ",
                                grouping.end().stream()
                                        .map(s ->
                                                "%s %d-%d".formatted(s.label(), s.start(), s.end()))
                                        .toList()))
                .isEqualTo(spans);
    }

    @Property
    void spansNeverOverlapAndCoverEveryTokenThatIsSomething(@ForAll("tags") List<String> tags) {
        TokenGrouping grouping = new TokenGrouping();
        for (int i = 0; i < tags.size(); i++) {
            grouping.add(tags.get(i), 2 * i, 2 * i + 1, 0.5);
        }
        int before = 0;
        int covered = 0;
        for (Span span : grouping.end()) {
            assertThat(span.start()).isGreaterThanOrEqualTo(before);
            assertThat(span.end()).isGreaterThan(span.start());
            assertThat(span.confidence().orElseThrow()).isCloseTo(0.5, within(1e-9));
            covered += (span.end() - span.start() + 1) / 2;
            before = span.end();
        }
        assertThat(covered).isEqualTo(tags.stream().filter(t -> !t.equals("O")).count());
    }

    @Provide
    static Arbitrary<List<String>> tags() {
        return Arbitraries.of("O", "B-A", "I-A", "E-A", "S-A", "B-B", "I-B", "E-B", "S-B", "A")
                .list()
                .ofMaxSize(30);
    }

    @Test
    void theScoreOfASpanIsTheMeanOfItsTokens() {
        Tokenizer.Tokens tokens =
                new Tokenizer.Tokens(
                        new long[] {101, 1, 2, 102},
                        new long[] {1, 1, 1, 1},
                        new long[4],
                        new int[] {0, 0, 4, 0},
                        new int[] {0, 3, 7, 0});
        List<Span> spans =
                TokenTags.of(
                        List.of("O", "B-X", "I-X"),
                        tokens,
                        new float[] {0, 9, 0, 0, 2, 0, 0, 0, 1, 9, 0, 0});
        double first = Math.exp(2) / (Math.exp(2) + 2);
        double second = Math.exp(1) / (Math.exp(1) + 2);
        assertThat(spans).hasSize(1);
        assertThat(spans.getFirst().start()).isZero();
        assertThat(spans.getFirst().end()).isEqualTo(7);
        assertThat(spans.getFirst().confidence().orElseThrow())
                .isCloseTo((first + second) / 2, within(1e-6));
    }

    @Property
    void sentencesAreWhereTheyStand(@ForAll("texts") String text) {
        int before = 0;
        for (Sentence sentence : Sentence.of(text)) {
            assertThat(sentence.start()).isGreaterThanOrEqualTo(before);
            int from = text.offsetByCodePoints(0, sentence.start());
            int to = text.offsetByCodePoints(0, sentence.end());
            assertThat(text.substring(from, to)).isEqualTo(sentence.text());
            assertThat(sentence.text())
                    .isNotBlank()
                    .doesNotContain("\n")
                    .isEqualTo(sentence.text().strip());
            before = sentence.end();
        }
        assertThat(Sentence.of("One. Two?\n\nThree")).hasSize(3);
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.of("One", " ", ". ", "! ", "\n", "\r\n", "日本。", "😀", "مرحبا؟ ", "é")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
