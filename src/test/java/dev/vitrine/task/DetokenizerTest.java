package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class DetokenizerTest {
    private static final Tokenizer BYTES = new Bytes();

    @Property
    void noPartOfACharacterIsEverShown(
            @ForAll("texts") String before, @ForAll("texts") String text) {
        Detokenizer detokenizer = new Detokenizer(BYTES, BYTES.encode(before).ids());
        for (long id : BYTES.encode(text).ids()) {
            String sofar = detokenizer.add(id);
            assertThat(text).startsWith(sofar);
            assertThat(sofar).doesNotContain("\ufffd");
        }
        assertThat(detokenizer.end()).isEqualTo(text);
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.of("a", " ", "é", "ب", "日", "😀", "👩🏽‍🚀", "\n")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Test
    void bytesThatAreNoCharacterAreShownAtTheEndAtTheLatest() {
        Detokenizer detokenizer = new Detokenizer(BYTES);
        assertThat(detokenizer.add('a')).isEqualTo("a");
        assertThat(detokenizer.add(0xe2)).isEqualTo("a");
        assertThat(detokenizer.add(0x82)).isEqualTo("a");
        assertThat(detokenizer.end()).startsWith("a").hasSizeGreaterThan(1);
    }

    @Test
    void tokensWithoutTextKeepNothingBack() {
        Detokenizer detokenizer = new Detokenizer(BYTES);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            texts.add(detokenizer.add(i % 3 == 0 ? 'x' : Bytes.END));
        }
        assertThat(texts.getLast()).isEqualTo("x".repeat(67));
        for (int i = 0; i < 200; i++) {
            detokenizer.add(0x80);
        }
        assertThat(detokenizer.add('y')).endsWith("y");
    }
}
