package dev.vitrine.window.kind.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Stand;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.controlsfx.control.SegmentedButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@ExtendWith(ApplicationExtension.class)
class ChoiceFaceTest {
    private static final String LONG = "a name that is much longer than the others and the window";

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void fewShortChoicesAreSegmentsMoreAreButtonsAndManyAMenu(FxRobot robot) {
        assertThat(put(robot, port("a", "b", "c")).node()).isInstanceOf(SegmentedButton.class);
        Editor<Object> radios = put(robot, port("a", LONG, "c"));
        assertThat(radios.node().lookupAll(".radio-button")).hasSize(3);
        assertThat(put(robot, port(1L, 2L, 3L, 4L, 5L, 6L, 7L)).node())
                .isInstanceOf(ComboBox.class);
        assertThat(put(robot, shown("menu", "a", "b")).node()).isInstanceOf(ComboBox.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"segmented", "radio"})
    void aClickPicksAndASecondOneChangesNothing(String display, FxRobot robot) {
        Editor<Object> editor = put(robot, shown(display, "cat", 2L, true));
        assertThat(editor.valueProperty().get()).isNull();
        robot.clickOn(button(editor, 1));
        assertThat(editor.valueProperty().get()).isEqualTo(2L);
        robot.clickOn(button(editor, 1));
        assertThat(editor.valueProperty().get()).isEqualTo(2L);
        assertThat(buttons(editor).filter(ToggleButton::isSelected)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"segmented", "radio"})
    void theTabKeyStopsOnceAndTheArrowKeysMove(String display, FxRobot robot) {
        Editor<Object> editor = put(robot, shown(display, "cat", "dog", "bird"));
        robot.interact(() -> editor.set("dog"));
        robot.type(KeyCode.TAB);
        assertThat(stand.focused()).isSameAs(button(editor, 1)).isSameAs(editor.focus());
        robot.type(KeyCode.RIGHT);
        assertThat(editor.valueProperty().get()).isEqualTo("bird");
        robot.type(KeyCode.LEFT, 2);
        assertThat(editor.valueProperty().get()).isEqualTo("cat");
        robot.type(KeyCode.TAB);
        assertThat(stand.focused().toString()).contains("after");
    }

    @Test
    void typingInAMenuFindsTheNamesThatBeginSo(FxRobot robot) {
        Editor<Object> editor = put(robot, shown("menu", "Danish", "Dutch", "English", "日本語"));
        robot.type(KeyCode.TAB);
        robot.write("du");
        assertThat(editor.valueProperty().get()).isEqualTo("Dutch");
        robot.type(KeyCode.DOWN);
        assertThat(editor.valueProperty().get()).isEqualTo("English");
    }

    @Test
    void typingInAMenuOfManyFindsWhatHasItAnywhereAndOnlyDrawsWhatIsSeen(FxRobot robot) {
        Object[] many =
                java.util.stream.IntStream.range(0, 10_000).mapToObj(i -> "entry " + i).toArray();
        Editor<Object> editor = put(robot, shown("menu", many));
        robot.type(KeyCode.TAB);
        robot.write("9876", 0);
        assertThat(editor.valueProperty().get()).isEqualTo("entry 9876");
        robot.clickOn(editor.node());
        assertThat(robot.lookup(".list-cell").queryAll()).hasSizeLessThan(60);
    }

    @Test
    void aPortThatCanDoWithoutAValueHasNoneToPick(FxRobot robot) {
        Port port =
                new Port(
                        "value",
                        "choice",
                        "Value",
                        "",
                        false,
                        null,
                        Limits.NONE.withChoices(List.of("cat", "dog")),
                        "",
                        false,
                        Map.of(),
                        null,
                        "");
        Editor<Object> editor = put(robot, port);
        robot.clickOn("dog");
        assertThat(editor.valueProperty().get()).isEqualTo("dog");
        robot.clickOn("None");
        assertThat(editor.valueProperty().get()).isNull();
        assertThat(editor.problemProperty().get()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"segmented", "radio", "menu"})
    void aValueThatIsNoneOfThemIsHeldAndComplainedAbout(String display, FxRobot robot) {
        Editor<Object> editor = put(robot, shown(display, "cat", "dog"));
        robot.interact(() -> editor.set("cat"));
        robot.interact(() -> editor.set("dgo"));
        assertThat(editor.valueProperty().get()).isEqualTo("dgo");
        Problem problem = editor.problemProperty().get();
        assertThat(problem).isNotNull();
        assertThat(problem.message()).contains("did you mean 'dog'");
        robot.interact(() -> editor.set(null));
        assertThat(editor.problemProperty().get()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"segmented", "radio", "menu"})
    void longNamesStayWithinTheWindow(String display, FxRobot robot) {
        Editor<Object> editor = put(robot, shown(display, LONG, LONG + "!", LONG + "?"));
        robot.interact(() -> editor.set(LONG));
        Node node = editor.node();
        assertThat(node.getLayoutBounds().getWidth()).isLessThanOrEqualTo(480);
        assertThat(buttons(editor))
                .allMatch(b -> b.getBoundsInParent().getMaxX() <= 480.5)
                .allMatch(b -> b.getTooltip().getText().startsWith(LONG));
    }

    @Test
    void namesStandForTheChoicesInButtonsAndAnswers(FxRobot robot) {
        Port port = port("F", "M").withOptions(Map.of("names", List.of("Female", "Male")));
        Editor<Object> editor = put(robot, port);
        robot.clickOn("Male");
        assertThat(editor.valueProperty().get()).isEqualTo("M");
        var viewer = stand.put(robot, () -> new ChoiceFace().viewer(port, desktop));
        robot.interact(() -> viewer.show("F"));
        assertThat(robot.lookup("Female").tryQuery()).isPresent();
    }

    private Editor<Object> put(FxRobot robot, Port port) {
        return stand.put(robot, () -> new ChoiceFace().editor(port, desktop));
    }

    private static Stream<ToggleButton> buttons(Editor<?> editor) {
        return editor.node().lookupAll("*").stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast);
    }

    private static ToggleButton button(Editor<?> editor, int index) {
        return buttons(editor).skip(index).findFirst().orElseThrow();
    }

    private static Port port(Object... choices) {
        return Port.of("value", "choice").withLimits(Limits.NONE.withChoices(List.of(choices)));
    }

    private static Port shown(String display, Object... choices) {
        return port(choices).withOptions(Map.of("display", display));
    }
}
