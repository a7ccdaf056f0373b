package dev.vitrine.window;

import static dev.vitrine.window.WholeWindow.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.Declared;
import dev.vitrine.Demo;
import dev.vitrine.kind.table.Table;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.Map;

/// A table on a page by keys alone: what is typed and pasted into it is taken back and made again
/// with the keys that do so everywhere.
@ExtendWith(ApplicationExtension.class)
class TableInWindowTest {
    private static final Table BEFORE =
            new Table(List.of("name", "mass"), List.of(List.of("beta", 10L), List.of("Alpha", 2L)));

    private final WholeWindow window = new WholeWindow();
    private final FakeDesktop desktop = window.desktop;

    @Start
    void start(Stage stage) {
        window.catalog.add(
                Declared.model(
                        Demo.of("Rows")
                                .input("rows", "table")
                                .output("count", "number")
                                .run(in ->
                                        Map.of(
                                                "count",
                                                in.get("rows", Table.class).rows().size()))));
        window.open(stage, "rows");
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void whatIsTypedAndPastedIsTakenBackAndMadeAgain(FxRobot robot) throws Exception {
        until(() -> window.scene().lookup("#port-rows .table-view") != null);
        robot.interact(() -> window.demo().put("rows", BEFORE));
        Thread.sleep(InputPast.CLOSE.plusMillis(50));
        robot.interact(() -> {
            view().requestFocus();
            view().getSelectionModel().clearAndSelect(0, view().getColumns().getFirst());
            view().edit(0, view().getColumns().getFirst());
        });
        robot.write("Delta").type(KeyCode.ENTER);
        until(() -> cell(0, 0).equals("Delta"));
        // what comes sooner is part of the same step
        Thread.sleep(InputPast.CLOSE.plusMillis(50));
        desktop.clipboard = Offer.of("1\t2\t3\n4\t5\t6\n7\t8\t9\n");
        robot.interact(() -> {
            view().requestFocus();
            view().getSelectionModel().clearAndSelect(1, view().getColumns().getFirst());
        });
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> table().rows().size() == 4);
        Table pasted = table();
        assertThat(pasted.rows().get(3)).containsExactly(7L, 8L, 9L);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> table().rows().size() == 2);
        assertThat(cell(0, 0)).isEqualTo("Delta");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> table().equals(BEFORE));
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        until(() -> table().equals(pasted));
        until(() -> view().getItems().size() == 4);
    }

    private Object cell(int row, int column) {
        return table().rows().get(row).get(column);
    }

    private Table table() {
        return (Table) window.demo().inputsProperty().get().find("rows").orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private TableView<List<Object>> view() {
        return (TableView<List<Object>>) window.scene().lookup("#port-rows .table-view");
    }
}
