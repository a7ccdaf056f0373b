package dev.vitrine.window.kind.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.number.NumberKind;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Stand;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

@ExtendWith(ApplicationExtension.class)
class NumberEditorTest {
    private Stand stand;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void theDiceRollsAnotherNumberThatThePortTakes(FxRobot robot) {
        Port port = seed(0, 4_294_967_295.0);
        Editor<Double> editor = stand.put(robot, () -> editor(port));
        Button dice = robot.from(editor.node()).lookup(".icon-tool").queryButton();
        assertThat(dice.getAccessibleText()).isEqualTo("Roll another Seed");
        Set<Double> rolled = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            robot.clickOn(dice);
            Double value = editor.valueProperty().get();
            assertThat(new NumberKind().check(port, value)).isEmpty();
            rolled.add(value);
        }
        assertThat(rolled).hasSizeGreaterThan(6);
    }

    @Test
    void ofTwoNumbersTheKeyboardRollsTheOther(FxRobot robot) {
        Editor<Double> editor = stand.put(robot, () -> editor(seed(3, 4)));
        robot.interact(() -> editor.set(3.0));
        robot.type(KeyCode.TAB, 2);
        assertThat(stand.focused()).isInstanceOf(Button.class);
        for (double expected : new double[] {4, 3, 4}) {
            robot.type(KeyCode.SPACE);
            assertThat(editor.valueProperty().get()).isEqualTo(expected);
        }
    }

    @Test
    void whereThereIsOneNumberItStays(FxRobot robot) {
        Editor<Double> editor = stand.put(robot, () -> editor(seed(3, 3)));
        robot.interact(() -> editor.set(3.0));
        robot.clickOn(robot.from(editor.node()).lookup(".icon-tool").queryButton());
        assertThat(editor.valueProperty().get()).isEqualTo(3);
    }

    private static Port seed(double min, double max) {
        return Port.of("seed", "number")
                .withLimits(Limits.between(min, max).withStep(1))
                .withOptions(Map.of("dice", true));
    }

    private static Editor<Double> editor(Port port) {
        return new NumberFace().editor(port, new FakeDesktop());
    }
}
