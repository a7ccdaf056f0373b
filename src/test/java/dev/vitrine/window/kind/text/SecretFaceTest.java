package dev.vitrine.window.kind.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;
import dev.vitrine.window.kind.Stand;
import dev.vitrine.window.kind.Viewer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.Map;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class SecretFaceTest {
    private static final Port KEY = Port.of("key", "text").withOptions(Map.of("secret", true));

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void whatIsTypedShowsAsDotsUntilTheEyeIsPressed(FxRobot robot) {
        Editor<String> editor = stand.put(robot, () -> new TextFace().editor(KEY, desktop));
        robot.type(KeyCode.TAB).write("abc");
        assertThat(editor.valueProperty().get()).isEqualTo("abc");
        assertThat(seen(editor.node())).isEqualTo("●●●");
        robot.type(KeyCode.TAB).type(KeyCode.SPACE);
        assertThat(seen(editor.node())).isEqualTo("abc");
        assertThat(eye(editor.node()).getAccessibleText()).isEqualTo("Hide Key");
        robot.clickOn(editor.focus()).type(KeyCode.END).write("d");
        assertThat(seen(editor.node())).isEqualTo("abcd");
        robot.interact(() -> editor.set("from an example"));
        assertThat(seen(editor.node())).isEqualTo("●●●●●●●●●●●●●●●");
        assertThat(editor.valueProperty().get()).isEqualTo("from an example");
    }

    @Test
    void undoGoesOnAfterTheEye(FxRobot robot) {
        Editor<String> editor = stand.put(robot, () -> new TextFace().editor(KEY, desktop));
        robot.type(KeyCode.TAB).write("abc");
        robot.clickOn(eye(editor.node())).clickOn(editor.focus());
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        assertThat(editor.valueProperty().get()).isNull();
    }

    @Test
    void aSecretThatComesOutIsCopiedWithoutBeingShown(FxRobot robot) {
        Viewer<String> viewer = stand.put(robot, () -> new TextFace().viewer(KEY, desktop));
        robot.interact(() -> viewer.show("token"));
        assertThat(seen(viewer.node())).isEqualTo("●●●●●");
        robot.clickOn((Button) viewer.tools().getFirst());
        Fx.await("copied", () -> desktop.copied.contains("token"));
        robot.clickOn(eye(viewer.node()));
        assertThat(seen(viewer.node())).isEqualTo("token");
    }

    private static Button eye(Node node) {
        return (Button) node.lookup(".icon-tool");
    }

    private static String seen(Node node) {
        return node.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .filter(text -> text.getParent().getParent() instanceof PasswordField)
                .map(text -> ((Text) text).getText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
