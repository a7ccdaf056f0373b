package dev.vitrine.window;

import static dev.vitrine.window.WholeWindow.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.window.Outcome.Phase;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.List;

/// A picture that came out, in the whole window: pressed, it has the keys, whatever lies around it.
@ExtendWith(ApplicationExtension.class)
class PictureInWindowTest {
    private final WholeWindow window = new WholeWindow(Path.of("models"));
    private final FakeDesktop desktop = window.desktop;

    @Start
    void start(Stage stage) {
        window.open(stage, "faces");
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void aPressOnTheAnswerGivesItTheKeys(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#port-image").tryQuery().isPresent());
        desktop.clipboard =
                Offer.of(List.of(Path.of("models/faces/examples/astronaut.png").toAbsolutePath()));
        robot.push(KeyCode.CONTROL, KeyCode.V);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> window.demo().outcomeProperty().get().phase() == Phase.RESULT);
        Node picture = robot.lookup(".kind-boxes .medium").query();
        robot.clickOn(picture);
        assertThat(picture.isFocused()).as("the picture that was pressed has the focus").isTrue();
        Node out = robot.lookup(".kind-boxes .icon-tool").query();
        assertThat(out.getAccessibleText()).isEqualTo("Zoom out");
        assertThat(out.isDisabled()).isTrue();
        robot.push(KeyCode.EQUALS);
        until(() -> !out.isDisabled());
    }
}
