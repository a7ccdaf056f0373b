package dev.vitrine.kind.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

class TableEditsTest {
    private static final Table TABLE =
            new Table(List.of("a", "b"), List.of(List.of(1L, "x"), List.of(2L, "y")));
    private static final Port TYPED =
            Port.of("rows", "table")
                    .withOptions(
                            Map.of(
                                    "columns",
                                    List.of(
                                            Map.of("name", "who", "type", "string"),
                                            Map.of("name", "mass", "type", "number"),
                                            Map.of("name", "n", "type", "integer"))));

    @Property
    void whatIsPastedStandsThereAndAllElseStays(
            @ForAll @IntRange(max = 4) int row,
            @ForAll @IntRange(max = 3) int column,
            @ForAll @IntRange(min = 1, max = 3) int height,
            @ForAll @IntRange(min = 1, max = 3) int width,
            @ForAll boolean widens) {
        List<List<@Nullable Object>> block = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int j = 0; j < width; j++) {
                cells.add(100L * i + j);
            }
            block.add(cells);
        }
        Table pasted = TableEdits.paste(TABLE, row, column, block, widens);
        int columns = widens ? Math.max(2, column + width) : 2;
        assertThat(pasted.headers()).hasSize(columns);
        assertThat(pasted.rows()).hasSize(Math.max(2, row + height));
        for (int i = 0; i < pasted.rows().size(); i++) {
            for (int j = 0; j < columns; j++) {
                boolean given = i >= row && i < row + height && j >= column && j < column + width;
                Object old = i < 2 && j < 2 ? TABLE.rows().get(i).get(j) : null;
                assertThat(pasted.rows().get(i).get(j))
                        .isEqualTo(given ? (Object) (100L * (i - row) + j - column) : old);
            }
        }
    }

    @Test
    void rowsComeAndGo() {
        Table more = TableEdits.insert(TABLE, 1);
        assertThat(more.rows()).hasSize(3);
        assertThat(more.rows().get(1)).containsExactly(null, null);
        assertThat(TableEdits.without(more, Set.of(1))).isEqualTo(TABLE);
        assertThat(TableEdits.with(TABLE, 1, 1, "z").rows().get(1)).containsExactly(2L, "z");
        assertThat(TableEdits.empty(List.of("a"), 2).rows()).hasSize(2);
    }

    @Test
    void declaredColumnsAreHeldAgainstAndReadAsTheirTypes() {
        TableKind kind = new TableKind();
        Table read = kind.decode(TYPED, new Raw.Text("who,mass,n\n12,3.5,2.0\n,,\n"));
        assertThat(read.rows().getFirst()).containsExactly("12", 3.5, 2L);
        assertThat(kind.check(TYPED, read)).isEmpty();
        assertThat(kind.check(TYPED, kind.example(TYPED))).isEmpty();
        assertThat(kind.check(TYPED, kind.decode(TYPED, new Raw.Text("who,mass,n\nAda,much,1"))))
                .extracting(Problem::message)
                .containsExactly("'Rows' has 'much' in row 1 of the column 'mass'; give a number.");
        assertThat(kind.check(TYPED, TABLE))
                .extracting(Problem::message)
                .containsExactly("'Rows' has the columns a, b; give who, mass, n.");
        assertThat(
                        kind.decode(
                                TYPED,
                                new Raw.Json(
                                        Json.MAPPER.readTree("[{\"who\":1,\"mass\":2,\"n\":3}]"))))
                .isEqualTo(new Table(List.of("who", "mass", "n"), List.of(List.of("1", 2L, 3L))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a;b\\r\\n1,5;x\\r\\n2;y\\r\\n | 1.5",
                "\\uFEFFa;b\\n1.234,5;x\\n | 1234.5",
                "sep=;\\na;b\\n-0,25;x\\n | -0.25",
                "a\\tb\\n3,5\\tx\\n | 3.5",
                "a\\tb\\n1,234\\tx\\n | 1,234",
                "a,b\\n1.5,x\\n | 1.5",
                "a;b\\n\"1,5\";x\\n | 1,5"
            })
    void decimalCommasAreReadWhereCommasPartNothing(String csv, String first) {
        String text =
                csv.replace("\\r", "\r")
                        .replace("\\n", "\n")
                        .replace("\\t", "\t")
                        .replace("\\uFEFF", "\uFEFF");
        Table table =
                new TableKind()
                        .decode(
                                Port.of("rows", "table"),
                                new Raw.Upload(
                                        text.getBytes(StandardCharsets.UTF_8), "a.csv", null));
        assertThat(table.headers()).containsExactly("a", "b");
        assertThat(String.valueOf(table.rows().getFirst().getFirst())).isEqualTo(first);
    }

    @Test
    void cellsOfASpreadsheetHaveNoHeader() {
        assertThat(TableCsv.cells("1\tx\n2,5\t\n"))
                .containsExactly(List.of(1L, "x"), Arrays.asList(2.5, null));
        assertThat(TableCsv.cell("2,5")).isEqualTo(2.5);
        assertThat(TableCsv.cell("2.5")).isEqualTo(2.5);
        assertThat(TableCsv.cell("")).isNull();
        assertThat(TableCsv.cell("true")).isEqualTo(true);
        assertThat(TableCsv.cell("1, 2")).isEqualTo("1, 2");
    }
}
