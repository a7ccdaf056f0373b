package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.audio.SoundCodec;
import dev.vitrine.kind.label.Label;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;
import dev.vitrine.window.Outcome.Phase;
import dev.vitrine.window.kind.FakeSounds;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sounds in the whole window as a hand uses them, with the real network that hears words: dropped,
/// pasted, recorded, trimmed and taken back, and the answer that follows.
@ExtendWith(ApplicationExtension.class)
class SoundInWindowTest {
    private static final Path EXAMPLES = Path.of("models/keywords/examples");

    private final OffFxThread guard = new OffFxThread();
    private final FakeDesktop desktop = new FakeDesktop();
    private final FakeSounds sounds = new FakeSounds();
    private final Runner runner = new Runner(2);
    private final Catalog catalog =
            new Catalog(
                    List.of(Path.of("models")),
                    guard.opener(new OnnxRuntime()),
                    new HuggingFaceTokenizers());
    private Frame frame;

    @Start
    void start(Stage stage) {
        Fonts.load();
        desktop.sounds = sounds;
        Launch launch =
                new Launch(
                        catalog,
                        runner,
                        guard.endpoint(() -> {}),
                        "ONNX Runtime",
                        Optional.of("keywords"));
        ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
        frame = new Frame(launch, desktop, theme, words -> {}, Remembered.NOTHING, change -> {});
        Scene scene = frame.scene(1000, 760);
        theme.subscribe(now -> now.dress(scene));
        stage.setScene(scene);
        stage.show();
        frame.start();
    }

    @AfterEach
    void nothingSlowHappenedOnTheFxThread(FxRobot robot) {
        robot.interact(frame::close);
        runner.close();
        catalog.close();
        assertThat(guard.offences).isEmpty();
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
        until(() -> demo().outcomeProperty().get().phase() == Phase.RESULT);
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
        Outcome now = demo().outcomeProperty().get();
        return now.phase() == Phase.RESULT
                && now.outputs()
                        .find("scores")
                        .filter(l -> ((Label) l).label().equals(word))
                        .isPresent();
    }

    private Optional<Sound> sound() {
        return demo().inputsProperty().get().find("audio").map(Sound.class::cast);
    }

    private DemoViewModel demo() {
        return ((Page.Showing) frame.window().pageProperty().get()).demo();
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private static void until(Callable<Boolean> so) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(so));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
