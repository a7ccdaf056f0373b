package dev.vitrine.window;

import static dev.vitrine.window.WholeWindow.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.audio.SoundCodec;
import dev.vitrine.kind.label.Label;
import dev.vitrine.window.Outcome.Phase;
import dev.vitrine.window.kind.FakeSounds;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Sounds in the whole window as a hand uses them, with the real network that hears words: dropped,
/// pasted, recorded, trimmed and taken back, and the answer that follows.
@ExtendWith(ApplicationExtension.class)
class SoundInWindowTest {
    private static final Path EXAMPLES = Path.of("models/keywords/examples");

    private final WholeWindow window = new WholeWindow(Path.of("models"));
    private final FakeDesktop desktop = window.desktop;
    private final FakeSounds sounds = new FakeSounds();

    @Start
    void start(Stage stage) {
        desktop.sounds = sounds;
        window.open(stage, "keywords");
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void aWordIsHeardHoweverItComesIn(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#port-audio").tryQuery().isPresent());
        Node pane = robot.lookup(".kind-audio").query();
        onFx(() -> desktop.drop(pane, Offer.of(List.of(EXAMPLES.resolve("up.wav")))));
        until(() -> heard("up"));

        desktop.clipboard = Offer.of(List.of(EXAMPLES.resolve("stop.wav").toAbsolutePath()));
        robot.interact(() -> tool(robot, "Paste").fire());
        until(() -> heard("stop"));

        sounds.heard = read("left.wav");
        robot.interact(() -> tool(robot, "Record").fire());
        assertThat(sounds.records).isTrue();
        robot.clickOn("Stop recording");
        until(() -> heard("left"));
    }

    @Test
    void whatIsTrimmedComesBackWithUndo(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#port-audio").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#example-1").queryAs(ButtonBase.class).fire());
        until(() -> heard("yes"));
        Sound whole = sound().orElseThrow();
        Node pane = robot.lookup(".kind-audio").query();
        Bounds at = onFx(() -> pane.localToScreen(pane.getBoundsInLocal()));
        robot.moveTo(at.getMinX() + at.getWidth() * 0.4, at.getCenterY())
                .press(MouseButton.PRIMARY)
                .moveTo(at.getMinX() + at.getWidth() * 0.6, at.getCenterY())
                .release(MouseButton.PRIMARY);
        robot.type(KeyCode.T);
        until(() -> sound().isPresent() && sound().get().frames() < whole.frames() / 2);
        until(() -> window.demo().outcomeProperty().get().phase() == Phase.RESULT);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> sound().isPresent() && sound().get() == whole);
        until(() -> heard("yes"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        until(() -> sound().orElseThrow().frames() < whole.frames() / 2);
    }

    private static Sound read(String name) throws IOException {
        try {
            return SoundCodec.read(Files.readAllBytes(EXAMPLES.resolve(name)), name, 60);
        } catch (dev.vitrine.kind.audio.Unreadable e) {
            throw new AssertionError(e);
        }
    }

    private ButtonBase tool(FxRobot robot, String name) {
        return robot.from(robot.lookup("#port-audio"))
                .lookup((Node n) -> n instanceof ButtonBase b && b.getText().equals(name))
                .queryAs(ButtonBase.class);
    }

    private boolean heard(String word) {
        Outcome now = window.demo().outcomeProperty().get();
        return now.phase() == Phase.RESULT
                && now.outputs()
                        .find("scores")
                        .filter(l -> ((Label) l).label().equals(word))
                        .isPresent();
    }

    private Optional<Sound> sound() {
        return window.demo().inputsProperty().get().find("audio").map(Sound.class::cast);
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
