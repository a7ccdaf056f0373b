package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;
import dev.vitrine.window.Outcome.Phase;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
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

/// A picture that came out, in the whole window: pressed, it has the keys, whatever lies around it.
@ExtendWith(ApplicationExtension.class)
class PictureInWindowTest {
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
                        Optional.of("faces"));
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
    void aPressOnTheAnswerGivesItTheKeys(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#port-image").tryQuery().isPresent());
        desktop.clipboard =
                Offer.of(List.of(Path.of("models/faces/examples/astronaut.png").toAbsolutePath()));
        robot.push(KeyCode.CONTROL, KeyCode.V);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> demo().outcomeProperty().get().phase() == Phase.RESULT);
        Node picture = robot.lookup(".kind-boxes .medium").query();
        robot.clickOn(picture);
        assertThat(picture.isFocused()).as("the picture that was pressed has the focus").isTrue();
        Node out = robot.lookup(".kind-boxes .icon-tool").query();
        assertThat(out.getAccessibleText()).isEqualTo("Zoom out");
        assertThat(out.isDisabled()).isTrue();
        robot.push(KeyCode.EQUALS);
        until(() -> !out.isDisabled());
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
