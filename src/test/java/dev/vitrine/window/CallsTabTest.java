package dev.vitrine.window;

import static dev.vitrine.window.WholeWindow.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.model.Model;
import dev.vitrine.run.CallLog;
import dev.vitrine.run.Caller;
import dev.vitrine.run.EndpointCall;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Outcome.Phase;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The calls of programs in the real window, on JavaFX's headless platform.
@ExtendWith(ApplicationExtension.class)
class CallsTabTest {
    private static final Caller CURL = new Caller(Origin.HTTP, "127.0.0.1", "curl/8.14.1");

    private final WholeWindow window = new WholeWindow(Path.of("models"));
    private final FakeDesktop desktop = window.desktop;
    private final Model echo = Functions.of(false, Functions::echo);

    @Start
    void start(Stage stage) {
        window.catalog.add(echo);
        window.open(stage, "digits");
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void whileThereAreNoneItSaysHowToMakeOne(FxRobot robot) throws Exception {
        openTab(robot);
        assertThat(table(robot).isVisible()).isFalse();
        robot.interact(() -> robot.lookup(".calls-empty .tool").queryButton().fire());
        assertThat(desktop.copied.getLast())
                .startsWith("curl ")
                .endsWith("http://127.0.0.1:12345/models/digits/predict");
    }

    @Test
    void aCallOfAnotherModelIsOpenedOnItsPageByOneKey(FxRobot robot) throws Exception {
        openTab(robot);
        call(Values.of("text", "hi").with("count", 2.0));
        until(() -> table(robot).isVisible() && table(robot).getItems().size() == 1);
        robot.interact(() -> {
            table(robot).requestFocus();
            table(robot).getSelectionModel().select(0);
        });
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> window.page().filter(demo -> demo.model() == echo).isPresent());
        assertThat(window.demo().inputsProperty().get().get("text", String.class)).isEqualTo("hi");
        until(() -> window.demo().outcomeProperty().get().phase() == Phase.RESULT);
        assertThat(window.demo().outcomeProperty().get().outputs().get("answer", String.class))
                .isEqualTo("hi hi");
    }

    @Test
    void theSameCallStaysChosenWhileOthersComeInAndARefusedOneSaysWhy(FxRobot robot)
            throws Exception {
        openTab(robot);
        EndpointCall refused = window.runner.calls().begin(CURL, "digits");
        refused.complain("'Your digit' is missing; give it a picture.");
        refused.end(422, 10, 90);
        until(() -> table(robot).getItems().size() == 1);
        robot.interact(() -> table(robot).getSelectionModel().select(0));
        call(Values.of("text", "later").with("count", 1.0));
        until(() -> table(robot).getItems().size() == 2);
        assertThat(table(robot).getSelectionModel().getSelectedItem().call()).isSameAs(refused);
        assertThat(robot.lookup("#complaint").queryAs(Label.class).getText())
                .isEqualTo("'Your digit' is missing; give it a picture.");
        assertThat(robot.lookup("#open").queryButton().isDisable()).isTrue();
    }

    @Test
    void aFloodOfCallsLeavesTheWindowFreeToAnswer(FxRobot robot) throws Exception {
        openTab(robot);
        CompletableFuture<Void> flood =
                CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 3_000; i++) {
                        window.runner.calls().begin(CURL, "digits").end(200, 1_000, 400);
                        if (i % 3 == 0) {
                            pause();
                        }
                    }
                });
        long longest = 0;
        while (!flood.isDone()) {
            long asked = System.nanoTime();
            robot.interact(() -> {});
            longest = Math.max(longest, System.nanoTime() - asked);
            pause();
        }
        until(() -> table(robot).getItems().size() == CallLog.MOST);
        assertThat(TimeUnit.NANOSECONDS.toMillis(longest)).as("longest wait").isLessThan(2_000);
    }

    private void openTab(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#tab-calls").tryQuery().isPresent());
        until(() -> robot.lookup("3 calls").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("3 calls").queryAs(Hyperlink.class).fire());
        until(() -> robot.lookup(".calls-empty").tryQuery().isPresent());
    }

    private void call(Values inputs) {
        EndpointCall call = window.runner.calls().begin(CURL, "echo");
        Run run = window.runner.submit(echo, inputs, CURL);
        call.ran(run);
        run.await();
        call.end(200, 20, 10);
    }

    private static TableView<CallRow> table(FxRobot robot) {
        return robot.lookup(".calls-table").queryTableView();
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
