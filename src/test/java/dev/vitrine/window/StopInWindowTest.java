package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Outcome.Phase;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// The whole way of a Stop: a file that nobody described in the window, ONNX Runtime in a loop that
/// would take hours, and one thread to run on, which is free again only when the native call has
/// really ended.
@ExtendWith(ApplicationExtension.class)
class StopInWindowTest {
    /// Far more than it takes, and far less than the loop would.
    private static final Duration BOUND = Duration.ofSeconds(2);

    @TempDir static Path folder;

    private final Runner oneThread = new Runner(1);
    private final Catalog catalog = new Catalog(List.of(), new OnnxRuntime());
    private Frame frame;

    @Start
    void start(Stage stage) throws Exception {
        Fonts.load();
        Path lone = folder.resolve("slow-loop.onnx");
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("/engine/slow-loop.onnx"))) {
            Files.write(lone, in.readAllBytes());
        }
        EndpointLink none =
                new EndpointLink() {
                    @Override
                    public URI start() {
                        return URI.create("http://127.0.0.1:12345");
                    }

                    @Override
                    public long calls() {
                        return 0;
                    }

                    @Override
                    public void close() {}
                };
        frame =
                new Frame(
                        new Launch(
                                catalog,
                                oneThread,
                                none,
                                "ONNX Runtime",
                                Optional.of(lone.toString())),
                        new FakeDesktop(),
                        new SimpleObjectProperty<>(Theme.LIGHT),
                        words -> {});
        Scene scene = frame.scene(1000, 760);
        Theme.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.show();
        frame.start();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(frame::close);
        oneThread.close();
        catalog.close();
    }

    @Test
    void stopEndsTheNativeCallAndGivesTheThreadBack(FxRobot robot, TestReporter reporter)
            throws Exception {
        until(() -> robot.lookup("#port-steps .text-input").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#port-steps .text-input").query().requestFocus());
        robot.write("1000000000");
        press(robot);
        until(() -> running(robot));
        Run endless = Objects.requireNonNull(demo().outcomeProperty().get().run());
        until(() -> endless.state() == Run.State.RUNNING);

        long pressed = System.nanoTime();
        press(robot);
        Run next = oneThread.submit(demo().model(), Values.of("steps", 1.0), Origin.WINDOW);
        Values outputs = next.await();
        Duration took = Duration.ofNanos(System.nanoTime() - pressed);

        reporter.publishEntry("from Stop to a free thread, ms", "" + took.toMillis());
        assertThat(outputs.find("y")).isPresent();
        assertThat(endless.state()).isEqualTo(Run.State.STOPPED);
        assertThat(took).isLessThan(BOUND);
        until(() -> demo().outcomeProperty().get().phase() == Phase.STOPPED);
        until(() -> !running(robot));
    }

    private DemoViewModel demo() {
        return ((Page.Showing) frame.window().pageProperty().get()).demo();
    }

    private static boolean running(FxRobot robot) {
        return robot.from(robot.lookup("#run"))
                .lookup((Labeled label) -> "Stop".equals(label.getText()))
                .tryQuery()
                .isPresent();
    }

    private static void press(FxRobot robot) {
        robot.interact(() -> robot.lookup("#run").queryAs(Button.class).fire());
    }

    private static void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, so));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
