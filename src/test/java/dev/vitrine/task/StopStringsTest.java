package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

class StopStringsTest {
    /// However a text grows, what was shown of it once is never taken back.
    @Property
    void whatWasCertainStays(@ForAll("texts") String text, @ForAll("words") List<String> words) {
        StopStrings stops = new StopStrings(words);
        String cut = stops.cut(text);
        for (int i = 0; i <= text.length() && !stops.isIn(text.substring(0, i)); i++) {
            assertThat(cut).startsWith(stops.certain(text.substring(0, i)));
        }
        assertThat(stops.isIn(cut)).isFalse();
        assertThat(stops.isIn(text)).isEqualTo(cut.length() < text.length());
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab\n").ofMaxLength(30);
    }

    @Provide
    static Arbitrary<List<String>> words() {
        return Arbitraries.strings().withChars("ab\n").ofMaxLength(4).list().ofMaxSize(4);
    }
}
