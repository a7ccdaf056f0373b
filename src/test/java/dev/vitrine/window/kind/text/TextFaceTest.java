package dev.vitrine.window.kind.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Port;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;
import dev.vitrine.window.kind.Stand;
import dev.vitrine.window.kind.Viewer;

import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.Map;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class TextFaceTest {
    private static final Port PORT = Port.of("words", "text").withOptions(Map.of("lines", 5L));
    private static final String BOOK = "日本 😀 word ".repeat(500_000);

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void aTextOfMegabytesIsHeldAsAWholeAndSaidNotShown(FxRobot robot) {
        assertThat(BOOK.length()).isGreaterThan(5_000_000);
        Editor<String> editor = stand.put(robot, () -> new TextFace().editor(PORT, desktop));
        desktop.clipboard = Offer.of(BOOK);
        robot.clickOn("Paste");
        Fx.await("pasted", () -> BOOK.equals(editor.valueProperty().get()));
        TextArea area = (TextArea) editor.node();
        assertThat(area.getText()).isEmpty();
        assertThat(area.getPromptText()).isEqualTo("Too long to show here; type to replace it");
        robot.clickOn(area).write("a");
        Fx.await("typed over", () -> "a".equals(editor.valueProperty().get()));
    }

    @Test
    void theKeysForPasteTakeTheSameWay(FxRobot robot) {
        Editor<String> editor = stand.put(robot, () -> new TextFace().editor(PORT, desktop));
        desktop.clipboard = Offer.of("a\nb");
        robot.clickOn(editor.node()).write("x");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.V).release(KeyCode.SHORTCUT);
        Fx.await("pasted", () -> "xa\nb".equals(editor.valueProperty().get()));
    }

    @Test
    void anAnswerOfMegabytesShowsItsBeginningAndIsCopiedWhole(FxRobot robot) {
        Viewer<String> viewer = stand.put(robot, () -> new TextFace().viewer(PORT, desktop));
        robot.interact(() -> viewer.show(BOOK));
        assertThat(viewer.captionProperty().get()).startsWith("first 100\u2009000 of 5");
        robot.clickOn((Button) viewer.tools().getFirst());
        Fx.await("copied", () -> desktop.copied.contains(BOOK));
        robot.interact(() -> viewer.show("short"));
        assertThat(viewer.captionProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩🏽‍🚀 é", "مرحبا بالعالم", "日本語の文章", "a\r\nb\tc", "e\u0301\u200f"})
    void everyScriptStaysAsItIs(String text, FxRobot robot) {
        Editor<String> editor = stand.put(robot, () -> new TextFace().editor(PORT, desktop));
        robot.interact(() -> editor.set(text));
        assertThat(editor.valueProperty().get()).isEqualTo(text);
        Viewer<String> viewer = stand.put(robot, () -> new TextFace().viewer(PORT, desktop));
        robot.interact(() -> viewer.show(text));
        robot.clickOn((Button) viewer.tools().getFirst());
        Fx.await("copied", () -> desktop.copied.contains(text));
    }
}
