package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;
import dev.vitrine.window.Outcome.Phase;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// A picture pasted anywhere on a page, and the one that comes of it copied, by keys alone; the
/// same goes through the real clipboard in `.ci/run`.
@ExtendWith(ApplicationExtension.class)
class ClipboardInWindowTest {
    private final FakeDesktop desktop = new FakeDesktop();
    private final Runner runner = new Runner(2);
    private final Catalog catalog = new Catalog(List.of(Path.of("models")), new OnnxRuntime());
    private Frame frame;

    @Start
    void start(Stage stage) {
        Fonts.load();
        Launch launch =
                new Launch(
                        catalog,
                        runner,
                        new OffFxThread().endpoint(() -> {}),
                        "ONNX Runtime",
                        Optional.of("sharper"));
        frame = new Frame(launch, desktop, new SimpleObjectProperty<>(Theme.LIGHT), words -> {});
        Scene scene = frame.scene(1000, 760);
        Theme.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.show();
        frame.start();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(frame::close);
        runner.close();
        catalog.close();
    }

    @Test
    void aPictureGoesInAndItsAnswerOut(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#port-image").tryQuery().isPresent());
        desktop.clipboard =
                Offer.of(List.of(Path.of("models/sharper/examples/cat.png").toAbsolutePath()));
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> demo().inputsProperty().get().find("image").isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> demo().outcomeProperty().get().phase() == Phase.RESULT);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        until(() -> desktop.copied.size() == 1);
        assertThat(desktop.copied.getFirst()).startsWith("256 × 192");
        // words on the clipboard are no picture, and change nothing
        desktop.clipboard = Offer.of("words");
        Object before = demo().inputsProperty().get();
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertThat(demo().inputsProperty().get()).isSameAs(before);
    }

    private DemoViewModel demo() {
        return ((Page.Showing) frame.window().pageProperty().get()).demo();
    }

    private static void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, so));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
