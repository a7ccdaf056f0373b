package dev.vitrine.window.kind.tags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.tags.Tags;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Stand;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.stream.IntStream;

@ExtendWith(ApplicationExtension.class)
class TagsFaceTest {
    private static final Port FREE = Port.of("topics", "tags");

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void fewChoicesAreBoxesThatKeepTheOrderInWhichTheyWereChecked(FxRobot robot) {
        Editor<Tags> editor = put(robot, of("cat", "dog", "bird"));
        robot.interact(() -> box(editor, "bird").fire());
        robot.interact(() -> box(editor, "cat").fire());
        assertThat(editor.valueProperty().get()).isEqualTo(Tags.of("bird", "cat"));
        robot.interact(() -> box(editor, "bird").fire());
        assertThat(editor.valueProperty().get()).isEqualTo(Tags.of("cat"));
        robot.interact(() -> tool(editor, "Select all").fire());
        assertThat(editor.valueProperty().get()).isEqualTo(Tags.of("cat", "dog", "bird"));
        robot.interact(() -> tool(editor, "Select none").fire());
        assertThat(editor.valueProperty().get()).isEqualTo(Tags.NONE);
        assertThat(box(editor, "cat").isSelected()).isFalse();
    }

    @Test
    void enterAndCommaAddAFreeTagAndBackspaceRemovesTheLast(FxRobot robot) {
        Editor<Tags> editor = put(robot, FREE);
        robot.interact(() -> editor.focus().requestFocus());
        robot.write("one,").write("two").type(KeyCode.ENTER);
        assertThat(editor.valueProperty().get()).isEqualTo(Tags.of("one", "two"));
        assertThat(field(editor).getText()).isEmpty();
        robot.type(KeyCode.BACK_SPACE);
        assertThat(editor.valueProperty().get()).isEqualTo(Tags.of("one"));
        robot.write("one").type(KeyCode.ENTER);
        assertThat(editor.valueProperty().get()).isEqualTo(Tags.of("one"));
    }

    @Test
    void whatIsHalfTypedIsAddedWhenTheFieldIsLeft(FxRobot robot) {
        Editor<Tags> editor = put(robot, FREE);
        robot.interact(() -> editor.focus().requestFocus());
        robot.write("last").type(KeyCode.TAB);
        assertThat(editor.valueProperty().get()).isEqualTo(Tags.of("last"));
    }

    @Test
    void aPastedListIsAsManyTags(FxRobot robot) {
        Editor<Tags> editor = put(robot, FREE);
        desktop.clipboard = Offer.of("one\ntwo\n\"three, four\"\n");
        robot.interact(() -> field(editor).paste());
        assertThat(editor.valueProperty().get()).isEqualTo(Tags.of("one", "two", "three, four"));
    }

    @Test
    void oneOfTenThousandIsFoundByAnyPartOfItsName(FxRobot robot) {
        Editor<Tags> editor =
                put(robot, of(IntStream.range(0, 10_000).mapToObj(i -> "class " + i).toArray()));
        robot.interact(() -> editor.focus().requestFocus());
        robot.write("9876").type(KeyCode.ENTER);
        assertThat(editor.valueProperty().get()).isEqualTo(Tags.of("class 9876"));
        assertThat(editor.captionProperty().get()).isEqualTo("1 of 10\u2009000");
        robot.interact(() -> tool(editor, "Select all").fire());
        assertThat(editor.captionProperty().get()).isEqualTo("10\u2009000 of 10\u2009000");
        assertThat(editor.node().lookupAll(".tag").size()).isBetween(100, 300);
    }

    @Test
    void aWordThatIsNoneOfTheChoicesStaysAndIsComplainedAbout(FxRobot robot) {
        Editor<Tags> editor =
                put(robot, of(IntStream.range(0, 20).mapToObj(i -> "n" + i).toArray()));
        robot.interact(() -> editor.focus().requestFocus());
        robot.write("zzz").type(KeyCode.ENTER);
        assertThat(field(editor).getText()).isEqualTo("zzz");
        Problem problem = editor.problemProperty().get();
        assertThat(problem).isNotNull();
        assertThat(problem.message()).contains("'Topics' has 'zzz', which is none of its choices");
        robot.type(KeyCode.BACK_SPACE);
        assertThat(editor.problemProperty().get()).isNull();
    }

    @Test
    void theKeysMoveBetweenChipsAndRemoveThem(FxRobot robot) {
        Editor<Tags> editor = put(robot, FREE);
        robot.interact(() -> editor.set(Tags.of("a", "b", "c")));
        robot.interact(() -> editor.focus().requestFocus());
        robot.type(KeyCode.TAB);
        assertThat(stand.focused().getAccessibleText()).isEqualTo("Remove a");
        robot.type(KeyCode.RIGHT);
        assertThat(stand.focused().getAccessibleText()).isEqualTo("Remove b");
        robot.type(KeyCode.DELETE);
        assertThat(editor.valueProperty().get()).isEqualTo(Tags.of("a", "c"));
        assertThat(stand.focused().getAccessibleText()).isEqualTo("Remove c");
    }

    @Test
    void noneChosenOverridesADefaultAndLeavesOutWhatMayBeLeftOut(FxRobot robot) {
        Editor<Tags> editor = put(robot, of("cat", "dog").withDefault(List.of("dog")));
        assertThat(editor.valueProperty().get()).isEqualTo(Tags.of("dog"));
        robot.interact(() -> box(editor, "dog").fire());
        assertThat(editor.valueProperty().get()).isEqualTo(Tags.NONE);
    }

    private Editor<Tags> put(FxRobot robot, Port port) {
        return stand.put(robot, () -> new TagsFace().editor(port, desktop));
    }

    private static Port of(Object... choices) {
        return FREE.withLimits(Limits.NONE.withChoices(List.of(choices)));
    }

    private static CheckBox box(Editor<?> editor, String name) {
        return editor.node().lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(box -> box.getText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Button tool(Editor<?> editor, String name) {
        return editor.tools().stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static TextField field(Editor<?> editor) {
        Node node = editor.focus();
        return (TextField) node;
    }
}
