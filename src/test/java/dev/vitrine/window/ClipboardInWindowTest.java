package dev.vitrine.window;

import static dev.vitrine.window.WholeWindow.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.window.Outcome.Phase;

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

/// A picture pasted anywhere on a page, and the one that comes of it copied, by keys alone; the
/// same goes through the real clipboard in `.ci/run`.
@ExtendWith(ApplicationExtension.class)
class ClipboardInWindowTest {
    private final WholeWindow window = new WholeWindow(Path.of("models"));
    private final FakeDesktop desktop = window.desktop;

    @Start
    void start(Stage stage) {
        window.open(stage, "sharper");
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void aPictureGoesInAndItsAnswerOut(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#port-image").tryQuery().isPresent());
        desktop.clipboard =
                Offer.of(List.of(Path.of("models/sharper/examples/cat.png").toAbsolutePath()));
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> window.demo().inputsProperty().get().find("image").isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> window.demo().outcomeProperty().get().phase() == Phase.RESULT);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        until(() -> desktop.copied.size() == 1);
        assertThat(desktop.copied.getFirst()).startsWith("256 × 192");
        // words on the clipboard are no picture, and change nothing
        desktop.clipboard = Offer.of("words");
        Object before = window.demo().inputsProperty().get();
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertThat(window.demo().inputsProperty().get()).isSameAs(before);
    }
}
