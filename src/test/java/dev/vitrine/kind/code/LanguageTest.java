package dev.vitrine.kind.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.code.Language.Part;
import dev.vitrine.kind.code.Language.Piece;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

class LanguageTest {
    @Test
    void pythonIsToldApart() {
        assertThat(Language.of("python").pieces("def f(x):  # it's\n  return 'a\\'b' + 1.5"))
                .containsExactly(
                        List.of(
                                new Piece(Part.WORD, "def"),
                                new Piece(Part.PLAIN, " f(x):  "),
                                new Piece(Part.COMMENT, "# it's")),
                        List.of(
                                new Piece(Part.PLAIN, "  "),
                                new Piece(Part.WORD, "return"),
                                new Piece(Part.PLAIN, " "),
                                new Piece(Part.STRING, "'a\\'b'"),
                                new Piece(Part.PLAIN, " + "),
                                new Piece(Part.NUMBER, "1.5")));
    }

    @Test
    void whatGoesOverLinesKeepsItsColour() {
        assertThat(Language.of("java").pieces("a /* b\nc */ d"))
                .containsExactly(
                        List.of(new Piece(Part.PLAIN, "a "), new Piece(Part.COMMENT, "/* b")),
                        List.of(new Piece(Part.COMMENT, "c */"), new Piece(Part.PLAIN, " d")));
    }

    @Test
    void sqlIsWrittenInCapitalsToo() {
        assertThat(Language.of("sql").pieces("SELECT a").getFirst().getFirst())
                .isEqualTo(new Piece(Part.WORD, "SELECT"));
    }

    /// Any text, however broken, is shown whole.
    @Property
    void thePiecesTogetherAreTheCode(
            @ForAll("languages") String name, @ForAll("codes") String code) {
        String joined =
                Language.of(name).pieces(code).stream()
                        .map(line -> line.stream().map(Piece::text).collect(Collectors.joining()))
                        .collect(Collectors.joining("\n"));
        assertThat(joined).isEqualTo(code.replace("\r\n", "\n"));
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of(Language.names());
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings().withChars("\"'`#/*-<!>\\ \n\tifé日1._").ofMaxLength(80);
    }
}
