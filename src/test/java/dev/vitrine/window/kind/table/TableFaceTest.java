package dev.vitrine.window.kind.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.table.Table;
import dev.vitrine.kind.table.TableCsv;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;
import dev.vitrine.window.kind.Stand;
import dev.vitrine.window.kind.Viewer;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

@ExtendWith(ApplicationExtension.class)
class TableFaceTest {
    private static final Port PORT = Port.of("rows", "table");
    private static final Table TABLE =
            new Table(
                    List.of("name", "mass"),
                    List.of(
                            List.of("beta", 10L),
                            Arrays.asList("Alpha", null),
                            List.of("gamma", 9.5),
                            List.of("日本", -1L)));

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @TempDir private Path folder;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void aHeaderSortsNumbersBySizeWithGapsLastBothWays(FxRobot robot) {
        Viewer<Table> viewer = shown(robot, TABLE);
        click(robot, "mass");
        sorted(viewer, 1, -1L, 9.5, 10L, null);
        click(robot, "mass");
        sorted(viewer, 1, 10L, 9.5, -1L, null);
        click(robot, "mass");
        sorted(viewer, 0, "beta", "Alpha", "gamma", "日本");
        click(robot, "name");
        sorted(viewer, 0, "Alpha", "beta", "gamma", "日本");
    }

    @Test
    void theKeysForCopyTakeTheSelectedRowsAsASpreadsheetDoes(FxRobot robot) {
        Viewer<Table> viewer = shown(robot, TABLE);
        robot.clickOn("beta");
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        Fx.await("copied", () -> !desktop.copied.isEmpty());
        assertThat(desktop.copied).containsExactly("beta\t10\nAlpha\t\n");
        assertThat(viewer.problemProperty().get()).isNull();
    }

    @Test
    void theToolsCopyAndSaveAllOfItAsCsv(FxRobot robot) throws IOException {
        Viewer<Table> viewer = shown(robot, TABLE);
        String csv = new String(TableCsv.write(TABLE), StandardCharsets.UTF_8);
        robot.clickOn((Button) viewer.tools().get(0));
        Fx.await("copied", () -> desktop.copied.contains(csv));
        Path file = folder.resolve("ü 日本.csv");
        desktop.choice = Optional.of(file);
        robot.clickOn((Button) viewer.tools().get(1));
        Fx.await("saved", () -> Files.exists(file) && Files.size(file) > 0);
        assertThat(desktop.names).containsExactly("rows.csv");
        assertThat(file).content().isEqualTo(csv);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid(FxRobot robot) {
        Viewer<Table> viewer = shown(robot, TABLE);
        desktop.choice = Optional.of(folder.resolve("missing").resolve("x.csv"));
        robot.clickOn((Button) viewer.tools().get(1));
        Fx.await("complaint", () -> viewer.problemProperty().get() != null);
        assertThat(viewer.problemProperty().get().message()).contains("'x.csv' cannot be written");
    }

    @Test
    void aTableWithoutRowsSaysSoAndKeepsItsHeaders(FxRobot robot) {
        Viewer<Table> viewer = shown(robot, new Table(List.of("a"), List.of()));
        assertThat(viewer.captionProperty().get()).isEqualTo("0 rows × 1 column");
        assertThat(robot.lookup("No rows").tryQuery()).isPresent();
        assertThat(grid(viewer).getColumns()).hasSize(1);
    }

    @Test
    void aHugeTableIsShownAndSortedWithoutHoldingUpTheWindow(FxRobot robot) {
        List<List<Object>> rows = new ArrayList<>();
        for (long i = 0; i < 100_000; i++) {
            rows.add(List.of("row " + i, 100_000 - i));
        }
        Viewer<Table> viewer = shown(robot, new Table(List.of("name", "n"), rows));
        Fx.await("shown", () -> grid(viewer).getItems().size() == rows.size());
        click(robot, "n");
        Fx.await("sorted", () -> Long.valueOf(1).equals(grid(viewer).getItems().getFirst().get(1)));
        assertThat(viewer.captionProperty().get()).isEqualTo("100\u2009000 rows × 2 columns");
    }

    @Test
    void aTableOfThousandsOfColumnsShowsTheFirst(FxRobot robot) {
        List<String> headers = new ArrayList<>();
        List<Object> cells = new ArrayList<>();
        for (long i = 0; i < 5_000; i++) {
            headers.add("c" + i);
            cells.add(i);
        }
        Viewer<Table> viewer = shown(robot, new Table(headers, List.of(cells)));
        assertThat(viewer.captionProperty().get()).isEqualTo("1 row × first 200 of 5000 columns");
        assertThat(grid(viewer).getColumns()).hasSize(200);
    }

    @Test
    void aFileThatIsOpenedOrDroppedAndCellsThatArePastedAreTheValue(FxRobot robot)
            throws IOException {
        Editor<Table> editor = stand.put(robot, () -> new TableFace().editor(PORT, desktop));
        Path file = Files.write(folder.resolve("a b.csv"), TableCsv.write(TABLE));
        desktop.choice = Optional.of(file);
        robot.clickOn("Open…");
        Fx.await("read", () -> TABLE.equals(editor.valueProperty().get()));
        robot.interact(() -> editor.set(null));
        assertThat(Fx.get(() -> desktop.drop(editor.node(), Offer.of(List.of(file))))).isTrue();
        Fx.await("dropped", () -> TABLE.equals(editor.valueProperty().get()));
        desktop.clipboard = Offer.of("a\tb\n1\tx");
        robot.clickOn("Paste");
        Table pasted = new Table(List.of("a", "b"), List.of(List.of(1L, "x")));
        Fx.await("pasted", () -> pasted.equals(editor.valueProperty().get()));
        assertThat(editor.captionProperty().get()).isEqualTo("1 row × 2 columns");
    }

    @Test
    void whatIsNoTableIsComplainedAboutAndTheOneBeforeStays(FxRobot robot) {
        Editor<Table> editor = stand.put(robot, () -> new TableFace().editor(PORT, desktop));
        robot.interact(() -> editor.set(TABLE));
        desktop.clipboard = Offer.of("a,b\n1");
        robot.clickOn("Paste");
        Fx.await("complaint", () -> editor.problemProperty().get() != null);
        assertThat(editor.problemProperty().get().message()).contains("row 1 has 1 cell ");
        assertThat(editor.valueProperty().get()).isSameAs(TABLE);
    }

    @Test
    void aCellIsTypedIntoAndTheTableBeforeStaysForUndo(FxRobot robot) {
        Editor<Table> editor = editing(robot);
        robot.interact(() -> choose(editor, 1, 0));
        robot.interact(() -> view(editor).edit(1, view(editor).getColumns().getFirst()));
        robot.write("Delta").type(KeyCode.ENTER);
        Fx.await("typed", () -> "Delta".equals(cell(editor, 1, 0)));
        robot.interact(() -> view(editor).edit(1, view(editor).getColumns().get(1)));
        robot.write("2,5").type(KeyCode.TAB);
        Fx.await("a number with a comma", () -> Double.valueOf(2.5).equals(cell(editor, 1, 1)));
        robot.interact(() -> view(editor).edit(0, view(editor).getColumns().getFirst()));
        robot.write("not this").type(KeyCode.ESCAPE);
        assertThat(cell(editor, 0, 0)).isEqualTo("beta");
        // what the form's undo does
        robot.interact(() -> editor.set(TABLE));
        assertThat(view(editor).getItems()).isEqualTo(TABLE.rows());
    }

    @Test
    void threeByThreeCellsOfASpreadsheetArePastedOverOthers(FxRobot robot) {
        Editor<Table> editor = editing(robot);
        robot.interact(() -> {
            choose(editor, 2, 1);
            editor.node().requestFocus();
        });
        desktop.clipboard = Offer.of("1\t2\t3\n4\t5\t6\n7\t8\tü\n");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.V).release(KeyCode.SHORTCUT);
        Fx.await("pasted", () -> value(editor).rows().size() == 5);
        assertThat(value(editor).headers()).containsExactly("name", "mass", "column 3", "column 4");
        assertThat(value(editor).rows().get(0)).containsExactly("beta", 10L, null, null);
        assertThat(value(editor).rows().get(2)).containsExactly("gamma", 1L, 2L, 3L);
        assertThat(value(editor).rows().get(3)).containsExactly("日本", 4L, 5L, 6L);
        assertThat(value(editor).rows().get(4)).containsExactly(null, 7L, 8L, "ü");
    }

    @Test
    void rowsAreFilteredSortedEditedAddedAndRemovedAsTheyAreShown(FxRobot robot) {
        Editor<Table> editor = editing(robot);
        click(robot, "name");
        Fx.await("sorted", () -> view(editor).getItems().getFirst().contains("Alpha"));
        TextField filter =
                (TextField)
                        editor.tools().stream()
                                .filter(TextField.class::isInstance)
                                .findFirst()
                                .orElseThrow();
        robot.interact(() -> filter.setText("MM"));
        Fx.await("filtered", () -> view(editor).getItems().size() == 1);
        robot.interact(() -> view(editor).edit(0, view(editor).getColumns().getFirst()));
        robot.write("comma").type(KeyCode.ENTER);
        Fx.await("typed", () -> "comma".equals(cell(editor, 2, 0)));
        assertThat(value(editor).rows()).hasSize(4);
        robot.interact(() -> choose(editor, 0, 0));
        robot.clickOn("Remove rows");
        Fx.await("removed", () -> value(editor).rows().size() == 3);
        robot.interact(() -> filter.setText(""));
        robot.clickOn("Add row");
        Fx.await("added", () -> value(editor).rows().size() == 4);
        assertThat(value(editor).rows()).doesNotContain(List.of("comma", 9.5));
    }

    @Test
    void aTableIsTypedFromNothingInTheColumnsThatThePortDeclares(FxRobot robot) {
        Port port =
                PORT.withOptions(
                        Map.of(
                                "columns",
                                List.of(
                                        Map.of("name", "who", "type", "string"),
                                        Map.of("name", "mass", "type", "number"))));
        Editor<Table> editor = stand.put(robot, () -> new TableFace().editor(port, desktop));
        robot.clickOn("Add row");
        Fx.await("added", () -> editor.valueProperty().get() != null);
        assertThat(value(editor).headers()).containsExactly("who", "mass");
        robot.interact(() -> view(editor).edit(0, view(editor).getColumns().getFirst()));
        robot.write("12").type(KeyCode.ENTER);
        Fx.await("text", () -> "12".equals(cell(editor, 0, 0)));
        robot.interact(() -> view(editor).edit(0, view(editor).getColumns().get(1)));
        robot.write("much").type(KeyCode.ENTER);
        Fx.await("complaint", () -> editor.problemProperty().get() != null);
        assertThat(editor.problemProperty().get().message())
                .isEqualTo("'Rows' has 'much' in row 1 of the column 'mass'; give a number.");
    }

    @Test
    void aTableTooLargeToEditSaysSo(FxRobot robot) {
        Editor<Table> editor = stand.put(robot, () -> new TableFace().editor(PORT, desktop));
        List<List<Object>> rows = new ArrayList<>();
        for (long i = 0; i < 100_001; i++) {
            rows.add(List.of("row " + i, i));
        }
        robot.interact(() -> editor.set(new Table(List.of("name", "n"), rows)));
        assertThat(editor.captionProperty().get()).endsWith("2 columns, read-only");
        assertThat(view(editor).isEditable()).isFalse();
    }

    private Editor<Table> editing(FxRobot robot) {
        Editor<Table> editor = stand.put(robot, () -> new TableFace().editor(PORT, desktop));
        robot.interact(() -> editor.set(TABLE));
        WaitForAsyncUtils.waitForFxEvents();
        return editor;
    }

    private static void choose(Editor<Table> editor, int row, int column) {
        view(editor).getSelectionModel().clearAndSelect(row, view(editor).getColumns().get(column));
    }

    private static Table value(Editor<Table> editor) {
        return Objects.requireNonNull(editor.valueProperty().get());
    }

    private static @Nullable Object cell(Editor<Table> editor, int row, int column) {
        return value(editor).rows().get(row).get(column);
    }

    @SuppressWarnings("unchecked")
    private static TableView<List<@Nullable Object>> view(Editor<Table> editor) {
        return (TableView<List<@Nullable Object>>) editor.node();
    }

    /// Clicks a header; the headless platform marks every click of its robot as one for a menu,
    /// which headers leave alone.
    private static void click(FxRobot robot, String header) {
        Node label = robot.lookup(header).match(Label.class::isInstance).query();
        robot.interact(() ->
                List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)
                        .forEach(type -> label.fireEvent(click(type))));
    }

    private static MouseEvent click(EventType<MouseEvent> type) {
        return new MouseEvent(
                type,
                1,
                1,
                1,
                1,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    private static void sorted(Viewer<Table> viewer, int index, @Nullable Object... cells) {
        List<@Nullable Object> expected = Arrays.asList(cells);
        Fx.await("sorted as " + expected, () -> column(viewer, index).equals(expected));
    }

    private Viewer<Table> shown(FxRobot robot, Table table) {
        Viewer<Table> viewer = stand.put(robot, () -> new TableFace().viewer(PORT, desktop));
        robot.interact(() -> viewer.show(table));
        // headers find their places in the next frame
        WaitForAsyncUtils.waitForFxEvents();
        return viewer;
    }

    private static List<@Nullable Object> column(Viewer<Table> viewer, int index) {
        List<@Nullable Object> cells = new ArrayList<>();
        grid(viewer).getItems().forEach(row -> cells.add(row.get(index)));
        return cells;
    }

    @SuppressWarnings("unchecked")
    private static TableView<List<@Nullable Object>> grid(Viewer<Table> viewer) {
        return (TableView<List<@Nullable Object>>) viewer.node();
    }
}
