package dev.vitrine.window.kind.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.log.LogLines.Line;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;
import dev.vitrine.window.kind.Stand;
import dev.vitrine.window.kind.Viewer;

import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ExtendWith(ApplicationExtension.class)
class LogFaceTest {
    private static final Port PORT = Port.of("said", "log");

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void theEndIsFollowedUntilSomebodyScrollsUp(FxRobot robot) {
        Viewer<String> viewer = stand.put(robot, () -> new LogFace().viewer(PORT, desktop));
        robot.interact(() -> viewer.show(lines(500)));
        Fx.await("the end", () -> bar(viewer).getValue() > 0.99);
        robot.interact(() -> viewer.show(lines(1000)));
        Fx.await("the new end", () -> bar(viewer).getValue() > 0.99);
        robot.interact(() -> list(viewer).scrollTo(0));
        Fx.await("the beginning", () -> bar(viewer).getValue() < 0.01);
        robot.interact(() -> viewer.show(lines(1500)));
        Fx.await("more lines", () -> list(viewer).getItems().size() == 1500);
        assertThat(bar(viewer).getValue()).isLessThan(0.01);
    }

    @Test
    void ofManyLinesTheLastAreShownAndTheCaptionSaysSo(FxRobot robot) {
        Viewer<String> viewer = stand.put(robot, () -> new LogFace().viewer(PORT, desktop));
        robot.interact(() -> viewer.show(lines(200_000)));
        Fx.await("shown", () -> list(viewer).getItems().size() == 10_000);
        assertThat(viewer.captionProperty().get())
                .isEqualTo("last 10\u2009000 of 200\u2009000 lines");
    }

    @Test
    void theKeysForCopyTakeTheSelectedLines(FxRobot robot) {
        Viewer<String> viewer = stand.put(robot, () -> new LogFace().viewer(PORT, desktop));
        robot.interact(() -> {
            viewer.show("one\n\u001b[31mtwo\u001b[0m\nthree");
            list(viewer).getSelectionModel().selectRange(1, 3);
            list(viewer).requestFocus();
        });
        robot.press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        Fx.await("copied", () -> !desktop.copied.isEmpty());
        assertThat(desktop.copied).containsExactly("two\nthree");
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "INFO line " + i)
                .collect(Collectors.joining("\n"));
    }

    private static ScrollBar bar(Viewer<String> viewer) {
        return (ScrollBar) list(viewer).lookup(".scroll-bar:vertical");
    }

    @SuppressWarnings("unchecked")
    private static ListView<Line> list(Viewer<String> viewer) {
        return (ListView<Line>) viewer.node();
    }
}
