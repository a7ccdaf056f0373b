package dev.vitrine.window.kind.toggle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Stand;
import dev.vitrine.window.kind.Switch;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ToggleFaceTest {
    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void aClickAndTheSpaceBarTurnItOver(FxRobot robot) {
        Editor<Boolean> editor = stand.put(robot, () -> editor(Port.of("smoker", "toggle")));
        assertThat(editor.valueProperty().get()).isFalse();
        robot.clickOn(editor.focus());
        assertThat(editor.valueProperty().get()).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(editor.valueProperty().get()).isFalse();
    }

    @Test
    void theTabKeyReachesItAndAScreenReaderHearsItsState(FxRobot robot) {
        Editor<Boolean> editor =
                stand.put(robot, () -> editor(Port.of("smoker", "toggle").withDefault(true)));
        robot.type(KeyCode.TAB);
        assertThat(stand.focused()).isSameAs(editor.focus());
        assertThat(editor.focus().getAccessibleText()).isEqualTo("Smoker");
        assertThat(((Switch) editor.focus()).queryAccessibleAttribute(AccessibleAttribute.SELECTED))
                .isEqualTo(true);
    }

    @Test
    void emptyingBringsBackTheDefault(FxRobot robot) {
        Editor<Boolean> editor =
                stand.put(robot, () -> editor(Port.of("smoker", "toggle").withDefault(true)));
        robot.interact(() -> editor.set(false));
        assertThat(editor.valueProperty().get()).isFalse();
        robot.interact(() -> editor.set(null));
        assertThat(editor.valueProperty().get()).isTrue();
    }

    @Test
    void theAnswersWordCanBeCopied(FxRobot robot) {
        var viewer =
                stand.put(
                        robot, () -> new ToggleFace().viewer(Port.of("smoker", "toggle"), desktop));
        Button copy = (Button) viewer.tools().getFirst();
        assertThat(copy.isDisabled()).isTrue();
        robot.interact(() -> viewer.show(false));
        robot.clickOn(copy);
        assertThat(desktop.copied).containsExactly("No");
    }

    private Editor<Boolean> editor(Port port) {
        return new ToggleFace().editor(port, desktop);
    }
}
