package dev.vitrine.window.kind.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.file.Attachment;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;
import dev.vitrine.window.kind.Stand;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

@ExtendWith(ApplicationExtension.class)
class FileFaceTest {
    private static final Port PORT = Port.of("paper", "file");

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @TempDir private Path folder;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void aFileIsDroppedPastedOpenedAndRemovedByKeys(FxRobot robot) throws Exception {
        Editor<Attachment> editor = stand.put(robot, () -> new FileFace().editor(PORT, desktop));
        Path first = Files.writeString(folder.resolve("erste ü.txt"), "one");
        Path second = Files.writeString(folder.resolve("second.csv"), "a,b\n");
        robot.interact(() -> desktop.drop(editor.node(), Offer.of(List.of(first))));
        Fx.await("dropped", () -> holds(editor, "erste ü.txt"));
        assertThat(editor.valueProperty().get().text()).isEqualTo("one");
        assertThat(editor.captionProperty().get()).isEqualTo("3 bytes");
        robot.interact(() -> editor.node().requestFocus());
        robot.type(KeyCode.DELETE);
        Fx.await("removed", () -> editor.valueProperty().get() == null);
        desktop.clipboard = Offer.of(List.of(second));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.V).release(KeyCode.SHORTCUT);
        Fx.await("pasted", () -> holds(editor, "second.csv"));
        desktop.choice = Optional.of(first);
        robot.type(KeyCode.SPACE);
        Fx.await("opened", () -> holds(editor, "erste ü.txt"));
    }

    @Test
    void aFileTooLargeIsRefusedUnreadAndTheOneBeforeStays(FxRobot robot) throws Exception {
        Editor<Attachment> editor = stand.put(robot, () -> new FileFace().editor(PORT, desktop));
        Attachment before = Attachment.of("a.txt", "a");
        robot.interact(() -> editor.set(before));
        Path huge = folder.resolve("huge.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(200L << 30);
        }
        robot.interact(() -> desktop.drop(editor.node(), Offer.of(List.of(huge))));
        Fx.await("refused", () -> editor.problemProperty().get() != null);
        assertThat(editor.problemProperty().get().message())
                .isEqualTo("'huge.bin' has 214.75 GB; give a file of at most 100.0 MB.");
        assertThat(editor.valueProperty().get()).isEqualTo(before);
    }

    private static boolean holds(Editor<Attachment> editor, String name) {
        Attachment file = editor.valueProperty().get();
        return file != null && file.name().equals(name);
    }
}
