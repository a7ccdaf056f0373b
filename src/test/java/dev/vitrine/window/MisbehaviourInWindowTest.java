package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.window.Outcome.Phase;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A function that behaves as badly as its input asks: the page says what happened, and the next
/// run is as any other.
@ExtendWith(ApplicationExtension.class)
class MisbehaviourInWindowTest {
    private static final int FLOOD = 1_000_000;

    private final Runner runner = new Runner(1);
    private final Catalog catalog = new Catalog(List.of(), new OnnxRuntime());
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger shown = new AtomicInteger();
    private Frame frame;

    @Start
    void start(Stage stage) {
        Fonts.load();
        catalog.add(Functions.of(false, this::behave));
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
                        new Launch(catalog, runner, none, "ONNX Runtime", Optional.of("echo")),
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
        never.countDown();
        robot.interact(frame::close);
        runner.close();
        catalog.close();
    }

    @SuppressWarnings("NullAway")
    private Values behave(Values in, RunContext context) {
        String text = in.get("text", String.class);
        return switch (text) {
            case "throw" -> throw new IllegalStateException("no luck");
            case "overflow" -> behave(in, context);
            case "null" -> null;
            case "type" -> Values.of("answer", 7);
            case "deaf" -> {
                while (never.getCount() > 0) {
                    Thread.onSpinWait();
                }
                yield Functions.answer("too late");
            }
            case "flood" -> {
                for (int i = 0; i < FLOOD; i++) {
                    context.progress(Double.NaN, "step " + i);
                    context.partial(Functions.answer("part " + i));
                }
                yield Functions.answer("dry");
            }
            default -> Functions.answer(text);
        };
    }

    @Test
    void whatFailsIsSaidInASentenceAndTheNextRunIsAsAnyOther(FxRobot robot) throws Exception {
        failsWith(robot, "throw", "The model failed with \"no luck\"");
        failsWith(robot, "overflow", "The model failed with StackOverflowError");
        failsWith(robot, "null", "gave nothing for its output 'answer'");
        failsWith(robot, "type", "holds a String, not a Integer");
        answers(robot, "well");
    }

    @Test
    void aFunctionThatIgnoresStopIsGivenUpAndThePageSaysSo(FxRobot robot) throws Exception {
        begin(robot, "deaf");
        until(() -> isRunning());
        robot.interact(() -> demo().stop());
        until(() -> demo().outcomeProperty().get().phase() == Phase.STOPPED);
        until(() -> says(robot, "The model does not listen"));
        answers(robot, "well");
    }

    @Test
    void aFloodLeavesTheWindowsThreadFree(FxRobot robot) throws Exception {
        until(() -> isThere(robot));
        robot.interact(() -> demo().outcomeProperty().subscribe(o -> shown.incrementAndGet()));
        begin(robot, "flood");
        until(() -> demo().outcomeProperty().get().phase() == Phase.RESULT);
        assertThat(demo().outcomeProperty().get().outputs()).isEqualTo(Functions.answer("dry"));
        // of what comes faster than it is shown, most is never shown
        assertThat(shown.get()).isLessThan(FLOOD / 2);
        answers(robot, "well");
    }

    private void failsWith(FxRobot robot, String text, String words) throws Exception {
        begin(robot, text);
        until(() -> demo().outcomeProperty().get().phase() == Phase.FAILED);
        until(() -> says(robot, words));
    }

    private void answers(FxRobot robot, String text) throws Exception {
        begin(robot, text);
        until(() -> demo().outcomeProperty().get().phase() == Phase.RESULT);
        assertThat(demo().outcomeProperty().get().outputs()).isEqualTo(Functions.answer(text));
    }

    private void begin(FxRobot robot, String text) throws Exception {
        until(() -> isThere(robot));
        robot.interact(() -> {
            demo().put("text", text);
            demo().run();
        });
    }

    private boolean isRunning() {
        Run run = demo().outcomeProperty().get().run();
        return run != null && run.state() == Run.State.RUNNING;
    }

    private boolean isThere(FxRobot robot) {
        return frame.window().pageProperty().get() instanceof Page.Showing;
    }

    private static boolean says(FxRobot robot, String words) {
        return robot
                .lookup((Labeled label) ->
                        label.getText() != null && label.getText().contains(words))
                .queryAll()
                .stream()
                .anyMatch(node -> node.isVisible() && node.getParent().isVisible());
    }

    private DemoViewModel demo() {
        return ((Page.Showing) frame.window().pageProperty().get()).demo();
    }

    private static void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, so));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
