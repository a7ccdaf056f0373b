package dev.vitrine.window;

import static dev.vitrine.window.WholeWindow.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.window.Outcome.Phase;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
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
    void anAnswerIsSeenOnTheWholeScreenAndLiesWhereItWasAfterwards(FxRobot robot) throws Exception {
        Node picture = answer(robot);
        Node content = ((StackPane) picture).getChildren().getFirst();
        robot.clickOn(picture);
        robot.push(KeyCode.F11);
        until(() -> robot.lookup(".full-screen").tryQuery().isPresent());
        assertThat(content.getScene()).isSameAs(picture.getScene());
        assertThat(((StackPane) picture).getChildren()).isEmpty();
        until(() -> content.getLayoutBounds().getWidth() > picture.getScene().getWidth() - 60);
        Node out = robot.lookup(".kind-boxes .icon-tool").query();
        robot.push(KeyCode.PLUS);
        until(() -> !out.isDisabled());
        robot.push(KeyCode.PLUS);
        until(() -> left(content) > 0);
        double part = left(content);
        // nothing below hears a key
        Object before = window.demo().inputsProperty().get();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_SPACE);
        assertThat(window.demo().inputsProperty().get()).isSameAs(before);
        robot.push(KeyCode.ESCAPE);
        until(() -> robot.lookup(".full-screen").tryQuery().isEmpty());
        assertThat(((StackPane) picture).getChildren()).containsExactly(content);
        assertThat(picture.isFocused()).isTrue();
        until(() -> Math.abs(left(content) - part) < 0.02);
        assertThat(window.demo().outcomeProperty().get().phase()).isEqualTo(Phase.RESULT);
        robot.interact(() ->
                robot.lookup((Button b) -> "Full screen".equals(b.getAccessibleText()))
                        .queryButton()
                        .fire());
        until(() -> robot.lookup(".full-screen").tryQuery().isPresent());
        robot.clickOn((Node n) -> "Leave full screen".equals(n.getAccessibleText()));
        until(() -> ((StackPane) picture).getChildren().contains(content));
    }

    @Test
    void theScreenIsLeftWhenAnotherPageComes(FxRobot robot) throws Exception {
        robot.clickOn(answer(robot));
        robot.push(KeyCode.F11);
        until(() -> robot.lookup(".full-screen").tryQuery().isPresent());
        robot.interact(() -> window.show("sharper"));
        until(() -> robot.lookup(".full-screen").tryQuery().isEmpty());
    }

    @Test
    void aPressOnTheAnswerGivesItTheKeys(FxRobot robot) throws Exception {
        Node picture = answer(robot);
        robot.clickOn(picture);
        assertThat(picture.isFocused()).as("the picture that was pressed has the focus").isTrue();
        Node out = robot.lookup(".kind-boxes .icon-tool").query();
        assertThat(out.getAccessibleText()).isEqualTo("Zoom out");
        assertThat(out.isDisabled()).isTrue();
        robot.push(KeyCode.EQUALS);
        until(() -> !out.isDisabled());
    }

    /// How much of an enlarged picture is out of sight on its left, in widths of its room.
    private static double left(Node zoom) {
        Node content = ((Parent) zoom).getChildrenUnmodifiable().getFirst();
        return -content.getLayoutX() / zoom.getLayoutBounds().getWidth();
    }

    /// The faces in a photo.
    private Node answer(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#port-image").tryQuery().isPresent());
        desktop.clipboard =
                Offer.of(List.of(Path.of("models/faces/examples/astronaut.png").toAbsolutePath()));
        robot.push(KeyCode.CONTROL, KeyCode.V);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> window.demo().outcomeProperty().get().phase() == Phase.RESULT);
        return robot.lookup(".kind-boxes .medium").query();
    }
}
