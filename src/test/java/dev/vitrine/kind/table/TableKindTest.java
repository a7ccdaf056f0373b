package dev.vitrine.kind.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.Samples;
import dev.vitrine.kind.Samples.Sample;
import dev.vitrine.signature.Port;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class TableKindTest {
    private static final TableKind KIND = new TableKind();
    private static final Port PORT = Port.of("value", "table");

    @Provide
    Arbitrary<Table> tables() {
        return Samples.of("table").map(Sample::value).map(Table.class::cast);
    }

    @Property(tries = 2000)
    void aTableComesBackFromItsCsvWithEveryTypeAndGap(@ForAll("tables") Table table) {
        assertThat(upload(TableCsv.write(table))).isEqualTo(table);
    }

    @Property
    void theTextHasALineForEachOfTheFirstRows(@ForAll("tables") Table table) {
        long rows = Math.min(20, table.rows().size());
        long head = table.headers().isEmpty() ? 1 : 3 + rows;
        assertThat(KIND.text(PORT, table).split("\n", -1)).hasSize((int) head);
    }

    @Example
    void semicolonsAndTabsSeparateTooWhereTheHeaderHasThem() {
        Table table = new Table(List.of("a", "b,c"), List.of(List.of("x, y", 2L)));
        assertThat(text("a;\"b,c\"\r\n\"x, y\";2\r\n")).isEqualTo(table);
        assertThat(text("a\t\"b,c\"\nx, y\t2")).isEqualTo(table);
    }

    @Example
    void whatSpreadsheetsPutAroundTheirCsvIsNoPartOfIt() {
        byte[] bytes = "\uFEFFname,größe\r\nÄnne,1.5\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(upload(bytes))
                .isEqualTo(new Table(List.of("name", "größe"), List.of(List.of("Änne", 1.5))));
    }

    @Example
    void codesWithZerosInFrontStayText() {
        assertThat(text("code,n\n007,7\n").rows().getFirst()).containsExactly("007", 7L);
    }

    @Example
    void aListOfObjectsIsATableWithGapsWhereAKeyIsMissing() {
        Table table =
                KIND.decode(
                        PORT,
                        new Raw.Json(
                                Json.MAPPER.readTree("[{\"a\": 1}, {\"b\": \"x\", \"a\": 2}]")));
        assertThat(table.headers()).containsExactly("a", "b");
        assertThat(table.rows()).containsExactly(Arrays.asList(1L, null), List.of(2L, "x"));
    }

    @Example
    void dataWithoutHeadersIsNumbered() {
        assertThat(text("{\"data\": [[1, 2]]}").headers()).containsExactly("1", "2");
    }

    @Example
    void whatIsNoTableIsRefusedWithTheRowAtFault() {
        refused("a,b\n1,2\n3\n", "row 2 has 1 cell for 2 headers");
        refused("{\"headers\": [\"a\"], \"data\": [[[1]]]}", "row 1 holds a list");
        refused("{\"headers\": [\"a\"], \"data\": [1]}", "row 1 is no list");
        refused("{\"headers\": [null], \"data\": [[1]]}", "a header is no text");
        refused("[1, 2]", "one object for each row");
        refused("[1, [2", "no JSON");
        refused("a,b\n\"1,2\n", "quotation marks");
        assertThatThrownBy(() -> upload(new byte[] {'a', (byte) 0xE4}))
                .hasMessage("'Value' is not UTF-8 text; save it as UTF-8.");
    }

    @Example
    void numbersOfAnyJavaTypeBecomeJsonsAndNothingTakesThePlaceOfNaN() {
        Table table =
                new Table(
                        List.of("a"),
                        List.of(
                                List.of(1),
                                List.of(0.1f),
                                List.of(BigInteger.TWO),
                                List.of(Double.NaN),
                                List.of(Double.POSITIVE_INFINITY),
                                List.of(Thread.State.NEW)));
        assertThat(table.rows().stream().map(List::getFirst))
                .containsExactly(1L, 0.1, 2L, null, "Infinity", "NEW");
    }

    @Example
    void aColumnsPointsStandBelowEachOther() {
        Table table =
                new Table(
                        List.of("n", "tiny", "text"),
                        List.of(
                                List.of(1.5, 1.5e-7, "a\nb"),
                                List.of(10L, 2.0, "c"),
                                List.of(0.25, 3e12, "d")));
        Column n = Column.of(table, 0);
        assertThat(table.rows().stream().map(row -> n.text(row.getFirst())))
                .containsExactly("1.50", "10", "0.25");
        assertThat(Column.of(table, 1).text(1.5e-7)).isEqualTo("1.5000e-07");
        assertThat(Column.of(table, 2).text("a\nb")).isEqualTo("a b");
    }

    @Example
    void aHugeTableIsReadWrittenAndDescribed() {
        List<List<Object>> rows = new ArrayList<>();
        for (long i = 0; i < 100_000; i++) {
            rows.add(List.of(i, "row " + i, i / 8.0));
        }
        Table table = new Table(List.of("id", "name", "score"), rows);
        byte[] csv = KIND.media(PORT, table).orElseThrow().bytes();
        assertThat(upload(csv)).isEqualTo(table);
        assertThat(KIND.decode(PORT, new Raw.Json(KIND.encode(PORT, table)))).isEqualTo(table);
        assertThat(KIND.text(PORT, table))
                .startsWith("100000 rows × 3 columns\n")
                .endsWith("\n… 99980 more rows");
        assertThat(KIND.weight(table)).isGreaterThan(csv.length);
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> text(text))
                .hasMessageStartingWith("'Value' cannot be read as a table: ")
                .hasMessageContaining(why)
                .hasMessageEndingWith(".");
    }

    private static Table text(String text) {
        return KIND.decode(PORT, new Raw.Text(text));
    }

    private static Table upload(byte[] bytes) {
        return KIND.decode(PORT, new Raw.Upload(bytes, "x.csv", "text/csv"));
    }
}
