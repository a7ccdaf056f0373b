package dev.vitrine.window.kind.colour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Stand;

import javafx.scene.control.ColorPicker;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.Map;

@ExtendWith(ApplicationExtension.class)
class ColourFaceTest {
    private static final Port INK = Port.of("ink", "colour");

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void typedDigitsMoveThePaletteAndStayAsTheyAre(FxRobot robot) {
        Editor<String> editor = put(robot, INK);
        robot.type(KeyCode.TAB);
        assertThat(stand.focused()).isSameAs(editor.focus());
        robot.interact(() -> digits(editor).setText("#ABC"));
        assertThat(editor.valueProperty().get()).isEqualTo("#aabbcc");
        assertThat(digits(editor).getText()).isEqualTo("#ABC");
        assertThat(palette(editor).getValue()).isEqualTo(Color.web("#aabbcc"));
        robot.interact(() -> digits(editor).clear());
        assertThat(editor.valueProperty().get()).isNull();
        assertThat(editor.problemProperty().get()).isNull();
    }

    @Test
    void aColourOfThePaletteIsWrittenWithoutWhatThePortDoesNotTake(FxRobot robot) {
        Editor<String> editor = put(robot, INK);
        robot.interact(() -> palette(editor).setValue(Color.WHITE));
        assertThat(editor.valueProperty().get()).isEqualTo("#ffffff");
        assertThat(digits(editor).getText()).isEqualTo("#ffffff");
        robot.interact(() -> palette(editor).setValue(Color.rgb(255, 0, 0, 0.5)));
        assertThat(editor.valueProperty().get()).isEqualTo("#ff0000");
        Editor<String> glass = put(robot, INK.withOptions(Map.of("alpha", true)));
        robot.interact(() -> palette(glass).setValue(Color.rgb(255, 0, 0, 0.5)));
        assertThat(glass.valueProperty().get()).isEqualTo("#ff000080");
    }

    @Test
    void thePaletteOpensWithoutAColourAndASquareIsPickedByAClick(FxRobot robot) {
        Editor<String> editor = put(robot, INK);
        robot.clickOn(palette(editor));
        robot.clickOn(robot.lookup(".color-square").nth(5).queryAs(javafx.scene.Node.class));
        assertThat(editor.valueProperty().get()).isNotNull().startsWith("#").hasSize(7);
    }

    private Editor<String> put(FxRobot robot, Port port) {
        return stand.put(robot, () -> new ColourFace().editor(port, desktop));
    }

    private static TextField digits(Editor<?> editor) {
        return (TextField) editor.focus();
    }

    private static ColorPicker palette(Editor<?> editor) {
        return (ColorPicker) editor.node().lookup(".color-picker");
    }
}
