package dev.vitrine.kind.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

import org.assertj.core.api.AbstractThrowableAssert;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Files as spreadsheets, editors and other people's programs write them.
class TableCsvTest {
    private static final Port PORT = Port.of("rows", "table");

    /// Numbers are read digit by digit; what comes of it is what Java and the rules of JSON make.
    @Property(tries = 5_000)
    void aFieldReadInPlaceIsWhatItsTextStandsFor(
            @ForAll
                    @Chars({'0', '1', '5', '9', '.', '-', 'e', '+'})
                    @StringLength(min = 1, max = 22)
                    String field) {
        Table table = csv("a,b\n" + field + ",x\n");
        assertThat(table.rows().getFirst().getFirst()).isEqualTo(TableCsv.value(field, ','));
    }

    @Property(tries = 2_000)
    void aRealNumberIsTheNearestThereIs(@ForAll double number) {
        String text = String.valueOf(number);
        Object read = csv("a,b\n" + text + ",x\n").rows().getFirst().getFirst();
        assertThat(read).isEqualTo(TableCsv.value(text, ','));
    }

    @Example
    void emojiRightToLeftAndWideScriptsComeThrough() {
        Table table = csv("שם,名前,😀\nדוד,山田 太郎,👩🏽‍🚀\n");
        assertThat(table.headers()).containsExactly("שם", "名前", "😀");
        assertThat(table.rows()).containsExactly(List.of("דוד", "山田 太郎", "👩🏽‍🚀"));
    }

    @Example
    void aFileOfExcelIsReadWithItsMarkItsLineEndsAndItsDecimalCommas() {
        Table table = csv("\uFEFFname;mass\r\n\"Ü; b\";1.234,5\r\nc;0,25\r\n\r\n");
        assertThat(table.headers()).containsExactly("name", "mass");
        assertThat(table.rows()).containsExactly(List.of("Ü; b", 1234.5), List.of("c", 0.25));
        assertThat(csv("\uFEFFsep=;\r\na;b\r\n1;2\r\n").rows()).containsExactly(List.of(1L, 2L));
    }

    @Example
    void aQuotedCellHoldsLinesSeparatorsAndMarks() {
        Table table = csv("a,b\r\n\"one\r\ntwo, \"\"three\"\"\",2\r\n");
        assertThat(table.rows()).containsExactly(List.of("one\r\ntwo, \"three\"", 2L));
    }

    @Example
    void columnsMayShareANameOrHaveNone() {
        Table table = csv("a,a,\n1,2,3\n");
        assertThat(table.headers()).containsExactly("a", "a", "");
        assertThat(csv(new String(TableCsv.write(table), StandardCharsets.UTF_8))).isEqualTo(table);
    }

    @Example
    void oneWordInAMillionIsOneWord() {
        Table table = csv("a\n" + "north\nsouth\n".repeat(50));
        assertThat(table.rows().get(0).getFirst()).isSameAs(table.rows().get(98).getFirst());
        assertThat(table.rows().get(0).getFirst()).isNotEqualTo(table.rows().get(1).getFirst());
    }

    @Example
    void whatCannotBeReadIsSaidInASentence() {
        refused("a,b\n1,2\n3\n".getBytes(StandardCharsets.UTF_8))
                .hasMessageContaining("row 2 has 1 cell for 2 headers; give one for each.");
        refused("a,b\n1,2,3\n".getBytes(StandardCharsets.UTF_8))
                .hasMessageContaining("row 1 has 3 cells for 2 headers");
        refused("a\n\"open\n".getBytes(StandardCharsets.UTF_8))
                .hasMessageContaining("check its quotation marks");
        // wrong bytes far behind the beginning, too
        String rows = "a,b\n" + "x,1\n".repeat(100_000) + "Ü,2\n";
        refused(rows.getBytes(Charset.forName("windows-1252")))
                .hasMessage("'Rows' is not UTF-8 text; save it as UTF-8.");
        refused("a\tb\n1\t2\n".getBytes(StandardCharsets.UTF_16))
                .hasMessage("'Rows' is not UTF-8 text; save it as UTF-8.");
    }

    @Example
    void aFileOfJsonIsATableTooWhateverStandsInFront() {
        byte[] json = "\n [{\"a\": 1}]".getBytes(StandardCharsets.UTF_8);
        assertThat(read(json).rows()).containsExactly(List.of(1L));
    }

    @Example
    void tablesShareTheRowsThatAChangeLeavesAsTheyAre() {
        Table table = csv("a,b\n1,2\n3,4\n");
        Table changed = TableEdits.with(table, 0, 0, null);
        assertThat(changed.rows().get(0)).isEqualTo(Arrays.asList(null, 2L));
        assertThat(changed.rows().get(1)).isSameAs(table.rows().get(1));
        assertThat(table.rows().get(0)).isEqualTo(List.of(1L, 2L));
    }

    private static Table csv(String text) {
        Table file = read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(new TableKind().decode(PORT, new Raw.Text(text))).isEqualTo(file);
        return file;
    }

    private static Table read(byte[] file) {
        return new TableKind().decode(PORT, new Raw.Upload(file, "rows.csv", null));
    }

    private static AbstractThrowableAssert<?, ?> refused(byte[] file) {
        return assertThatThrownBy(() -> read(file)).isInstanceOf(ProblemException.class);
    }
}
