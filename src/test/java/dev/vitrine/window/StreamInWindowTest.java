package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.Declared;
import dev.vitrine.Demo;
import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.Json;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;
import dev.vitrine.window.Outcome.Phase;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.util.Subscription;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// What a viewer reads on the page while an answer is still being written: of the demo
/// `storyteller` word for word what its reference says, and of a Java demo each element of its
/// stream.
@ExtendWith(ApplicationExtension.class)
class StreamInWindowTest {
    private final Runner runner = new Runner(2);
    private final Catalog catalog =
            new Catalog(List.of(Path.of("models")), new OnnxRuntime(), new HuggingFaceTokenizers());

    /// Lets the Java demo say one word more.
    private final Semaphore more = new Semaphore(0);

    private final List<String> read = new CopyOnWriteArrayList<>();
    private Subscription reading = Subscription.EMPTY;
    private Frame frame;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Fonts.load();
        catalog.add(
                Declared.model(
                        Demo.of("Counting").input("to", "number").output("so_far", "text").stream(
                                in ->
                                        IntStream.rangeClosed(1, (int) in.number("to"))
                                                .peek(_ -> more.acquireUninterruptibly())
                                                .mapToObj(i -> Map.of("so_far", "1 to " + i)))));
        Launch launch =
                new Launch(
                        catalog,
                        runner,
                        new OffFxThread().endpoint(() -> {}),
                        "ONNX Runtime",
                        Optional.of("storyteller"));
        frame =
                new Frame(
                        launch,
                        new FakeDesktop(),
                        new SimpleObjectProperty<>(Theme.LIGHT),
                        words -> {});
        scene = frame.scene(1000, 760);
        Theme.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.show();
        frame.start();
    }

    @AfterEach
    void close(FxRobot robot) {
        more.release(100);
        robot.interact(() -> {
            reading.unsubscribe();
            frame.close();
        });
        runner.close();
        catalog.close();
    }

    @Test
    void aStoryGrowsOnThePageWordForWord(FxRobot robot) throws Exception {
        JsonNode example =
                Json.MAPPER
                        .readTree(
                                Files.readString(
                                        Path.of("src/test/resources/storyteller/expected.json")))
                        .path("examples")
                        .get(0);
        String prompt = example.path("prompt").stringValue();
        String whole = prompt + example.path("text").stringValue();
        until(() -> scene.lookup("#port-prompt") != null);
        follow(robot, "story");
        robot.interact(() -> {
            demo().put("prompt", prompt);
            demo().put("length", 40.0);
            demo().put("temperature", 0.0);
            demo().put("repetition_penalty", 1.0);
        });
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> demo().outcomeProperty().get().phase() == Phase.RESULT);
        until(() -> read.getLast().equals(whole));
        assertThat(read).hasSizeGreaterThan(3);
        for (int i = 1; i < read.size(); i++) {
            assertThat(read.get(i)).startsWith(read.get(i - 1));
        }
    }

    @Test
    void eachElementOfAJavaDemosStreamIsShownAndStopKeepsTheLast(FxRobot robot) throws Exception {
        robot.interact(() -> frame.window().open("counting"));
        until(() -> scene.lookup("#port-to") != null);
        follow(robot, "so_far");
        robot.interact(() -> demo().put("to", 50.0));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        for (int i = 1; i <= 3; i++) {
            more.release();
            String now = "1 to " + i;
            until(() -> read.contains(now));
            assertThat(demo().isRunning()).isTrue();
        }
        robot.push(KeyCode.ESCAPE);
        more.release();
        until(() -> demo().outcomeProperty().get().phase() == Phase.STOPPED);
        assertThat(text("so_far").getText()).isEqualTo(read.getLast()).startsWith("1 to ");
    }

    private void follow(FxRobot robot, String port) {
        robot.interact(() ->
                reading =
                        text(port)
                                .textProperty()
                                .subscribe(text -> {
                                    if (!text.isEmpty()) {
                                        read.add(text);
                                    }
                                }));
    }

    private TextArea text(String port) {
        return (TextArea) scene.lookup("#port-" + port + " .text-answer");
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
