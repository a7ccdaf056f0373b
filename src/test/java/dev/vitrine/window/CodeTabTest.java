package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.describe.Language;
import dev.vitrine.kind.Json;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
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
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// The code of a demo in the real window, on JavaFX's headless platform.
@ExtendWith(ApplicationExtension.class)
class CodeTabTest {
    /// What each says and no other does.
    private static final List<String> BEGINNINGS =
            List.of(
                    "curl -F image=@image.png",
                    "import requests",
                    "fetch(",
                    "java.net.http",
                    "gradio_client",
                    "@gradio/client",
                    "mcpServers");

    private final WholeWindow window = new WholeWindow(Path.of("models"));
    private final FakeDesktop desktop = window.desktop;

    @Start
    void start(Stage stage) {
        window.open(stage, "digits");
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void theCodeFollowsTheLanguage(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> robot.lookup("#code").tryQuery().isPresent());
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> code(robot).contains("http://127.0.0.1:12345"));
        for (Language language : Language.values()) {
            choose(robot, language);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(code(robot)).contains(BEGINNINGS.get(language.ordinal()));
        }
        assertThat(Json.MAPPER.readTree(code(robot)).at("/mcpServers/vitrine/url").asString())
                .isEqualTo("http://127.0.0.1:12345/mcp");
        assertThat(note(robot))
                .isEqualTo("Put it among the servers of your agent; the tool is called digits.");
        choose(robot, Language.CURL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(code(robot)).startsWith("curl ");
        assertThat(note(robot)).isEqualTo("Run it in a folder with image.png.");
    }

    @Test
    void theLanguagesLeaveRoomForTheButtonsInASmallWindow(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> robot.lookup("#code").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        double end = 0;
        for (Language language : Language.values()) {
            ToggleButton button = button(robot, language);
            assertThat(button.getWidth())
                    .as(language.title())
                    .isGreaterThanOrEqualTo(Math.floor(button.prefWidth(-1)));
            end = Math.max(end, onScreen(button).getMaxX());
        }
        Button copy =
                robot.lookup((Button b) -> "Copy the code".equals(b.getAccessibleText())).query();
        assertThat(end).isLessThan(onScreen(copy).getMinX());
    }

    private static Bounds onScreen(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    private static ToggleButton button(FxRobot robot, Language language) {
        return robot.lookup("#language-" + language.name().toLowerCase(Locale.ROOT))
                .queryAs(ToggleButton.class);
    }

    private static void choose(FxRobot robot, Language language) {
        robot.interact(() -> button(robot, language).fire());
    }

    private static String code(FxRobot robot) {
        return robot.lookup("#code").queryAs(Label.class).getText();
    }

    private static String note(FxRobot robot) {
        return robot.lookup(".code-view > .note").queryAs(Label.class).getText();
    }
}
