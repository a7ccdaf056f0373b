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
        assertThat(editor.problemProperty().get().message()).contains("row 1 has 1 cells");
        assertThat(editor.valueProperty().get()).isSameAs(TABLE);
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
