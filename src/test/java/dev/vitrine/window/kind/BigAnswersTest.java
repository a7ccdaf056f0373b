package dev.vitrine.window.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.table.Table;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.json.JsonFace;
import dev.vitrine.window.kind.label.LabelFace;
import dev.vitrine.window.kind.table.TableFace;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Answers that are longer than anybody reads: each is whole or says what is left out, only what is
/// seen is drawn, and a copy has all of it.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class BigAnswersTest {
    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void aListOfTenThousandIsAllThereAndOnlyWhatIsSeenIsDrawn(FxRobot robot) {
        JsonNode list = Json.of(LongStream.range(0, 10_000).boxed().toList());
        Viewer<JsonNode> viewer = json(robot, list);
        TreeView<?> tree = (TreeView<?>) viewer.node();
        assertThat(viewer.captionProperty().get()).isEqualTo(NumberText.grouped(10_000) + " items");
        assertThat(Fx.get(tree::getExpandedItemCount)).isEqualTo(10_000);
        assertThat(Fx.get(() -> tree.getTreeItem(9_999).getValue().toString()))
                .isEqualTo("9999: 9999");
        Fx.await("drawn", () -> rows(tree).startsWith("0: 0\n1: 1\n"));
        assertThat(Fx.get(() -> tree.lookupAll(".tree-cell").size())).isLessThan(100);
    }

    @Test
    void aTextOfMegabytesInJsonIsCutInItsRowAndCopiedWhole(FxRobot robot) {
        String book = "日本 😀 word ".repeat(500_000);
        Viewer<JsonNode> viewer = json(robot, Json.of(List.of(book)));
        TreeView<?> tree = (TreeView<?>) viewer.node();
        Fx.await("shown", () -> rows(tree).startsWith("0: \"日本 😀 word"));
        assertThat(Fx.get(() -> rows(tree).length())).isLessThan(1_000);
        robot.clickOn((Button) viewer.tools().getFirst());
        Fx.await(
                "copied",
                () -> desktop.copied.stream().anyMatch(all -> ((String) all).contains(book)));
    }

    @Test
    void ofTenThousandClassesTheSurestAreShownAndAllAreCopied(FxRobot robot) {
        Label label =
                new Label(
                        IntStream.range(0, 10_000)
                                .mapToObj(i -> new Label.Confidence("class " + i, i / 10_000.0))
                                .toList());
        Viewer<Label> viewer =
                stand.put(robot, () -> new LabelFace().viewer(Port.of("answer", "label"), desktop));
        robot.interact(() -> viewer.show(label));
        assertThat(viewer.captionProperty().get()).matches("top \\d{1,3} of 10\u2009000");
        assertThat(Fx.get(() -> viewer.node().lookupAll("*").size())).isLessThan(1_000);
        robot.clickOn((Button) viewer.tools().getFirst());
        Fx.await("copied", () -> !desktop.copied.isEmpty());
        assertThat((String) desktop.copied.getFirst())
                .startsWith("class 9999\t")
                .hasLineCount(10_000);
    }

    @Test
    void ofThreeHundredColumnsTheFirstAreShownAndAllAreCopied(FxRobot robot) {
        List<String> headers = IntStream.range(0, 300).mapToObj(i -> "c" + i).toList();
        List<Object> cells = LongStream.range(0, 300).<Object>mapToObj(i -> i).toList();
        Table table = new Table(headers, List.of(cells, cells));
        Viewer<Table> viewer =
                stand.put(robot, () -> new TableFace().viewer(Port.of("rows", "table"), desktop));
        robot.interact(() -> viewer.show(table));
        assertThat(viewer.captionProperty().get()).isEqualTo("2 rows × first 200 of 300 columns");
        assertThat(((TableView<?>) viewer.node()).getColumns()).hasSize(200);
        robot.clickOn((Button) viewer.tools().getFirst());
        Fx.await("copied", () -> !desktop.copied.isEmpty());
        assertThat((String) desktop.copied.getFirst()).contains(",c299").contains(",299");
    }

    private Viewer<JsonNode> json(FxRobot robot, JsonNode value) {
        Viewer<JsonNode> viewer =
                stand.put(robot, () -> new JsonFace().viewer(Port.of("answer", "json"), desktop));
        robot.interact(() -> viewer.show(value));
        // the tree makes its rows in the next frame
        robot.interact(() -> {});
        return viewer;
    }

    private static String rows(Node tree) {
        return tree.lookupAll(".tree-cell").stream()
                .map(cell -> ((TreeCell<?>) cell).getText())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }
}
