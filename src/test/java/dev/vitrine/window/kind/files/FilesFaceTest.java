package dev.vitrine.window.kind.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.file.Attachment;
import dev.vitrine.kind.files.FileList;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;
import dev.vitrine.window.kind.Stand;
import dev.vitrine.window.kind.Viewer;
import dev.vitrine.window.kind.Widget;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ExtendWith(ApplicationExtension.class)
class FilesFaceTest {
    private static final Port PORT = Port.of("docs", "files");

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @TempDir private Path disk;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void filesAndFoldersComeByEveryWayAndGoByKeysAndComeBack(FxRobot robot) throws Exception {
        Editor<FileList> editor = stand.put(robot, () -> new FilesFace().editor(PORT, desktop));
        Path one = Files.writeString(disk.resolve("eins ü.txt"), "one");
        Path two = Files.writeString(disk.resolve("two.csv"), "a,b\n");
        Path photos = Files.createDirectory(disk.resolve("photos"));
        Files.write(photos.resolve("cat.png"), new byte[1200]);
        robot.interact(() -> desktop.drop(editor.node(), Offer.of(List.of(one, photos))));
        Fx.await("dropped", () -> holds(editor, "eins ü.txt", "photos/cat.png"));
        assertThat(editor.captionProperty().get()).isEqualTo("2 files, 1.2 kB");
        robot.interact(() -> editor.focus().requestFocus());
        desktop.choice = Optional.of(two);
        robot.type(KeyCode.SPACE);
        Fx.await("opened", () -> holds(editor, "eins ü.txt", "photos/cat.png", "two.csv"));
        robot.type(KeyCode.HOME);
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.type(KeyCode.DELETE);
        Fx.await("removed", () -> holds(editor, "two.csv"));
        robot.interact(editor::undo);
        assertThat(holds(editor, "eins ü.txt", "photos/cat.png", "two.csv")).isTrue();
        robot.interact(editor::redo);
        desktop.clipboard = Offer.of(List.of(one));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.V).release(KeyCode.SHORTCUT);
        Fx.await("pasted", () -> holds(editor, "two.csv", "eins ü.txt"));
        desktop.choice = Optional.of(photos);
        robot.interact(() -> tool(editor, "Folder…").fire());
        Fx.await("a folder opened", () -> holds(editor, "two.csv", "eins ü.txt", "photos/cat.png"));
    }

    @Test
    void whatIsRefusedLosesNothing(FxRobot robot) throws Exception {
        Port few = PORT.withOptions(Map.of("maxItems", 1));
        Editor<FileList> editor = stand.put(robot, () -> new FilesFace().editor(few, desktop));
        Path one = Files.writeString(disk.resolve("one.txt"), "one");
        Path two = Files.writeString(disk.resolve("two.txt"), "two");
        robot.interact(() -> desktop.drop(editor.node(), Offer.of(List.of(one))));
        Fx.await("dropped", () -> holds(editor, "one.txt"));
        robot.interact(() -> desktop.drop(editor.node(), Offer.of(List.of(two))));
        Fx.await("refused", () -> editor.problemProperty().get() != null);
        assertThat(editor.problemProperty().get().message())
                .isEqualTo("'Docs' has 2 files; give at most 1.");
        assertThat(holds(editor, "one.txt")).isTrue();
    }

    @Test
    void anAnswerIsCopiedWithItsFoldersAndTheChosenFileSaved(FxRobot robot) throws Exception {
        Viewer<FileList> viewer = stand.put(robot, () -> new FilesFace().viewer(PORT, desktop));
        FileList files =
                new FileList(
                        List.of(
                                new FileList.Item("x/y", Attachment.of("a.txt", "a")),
                                new FileList.Item("x", Attachment.of("b.txt", "b")),
                                new FileList.Item(Attachment.of("c.txt", "c"))));
        robot.interact(() -> viewer.show(files));
        robot.interact(() -> tool(viewer, "Copy").fire());
        Fx.await("copied", () -> desktop.copied.size() == 2);
        Path folder = (Path) desktop.copied.getFirst();
        assertThat(folder.resolve("y/a.txt")).hasContent("a");
        assertThat(folder.resolve("b.txt")).hasContent("b");
        assertThat((Path) desktop.copied.getLast()).hasFileName("c.txt").hasContent("c");
        robot.clickOn("x/b.txt");
        Path target = disk.resolve("saved");
        desktop.choice = Optional.of(target);
        robot.interact(() -> tool(viewer, "Save…").fire());
        Fx.await("saved", () -> Files.exists(target) && Files.size(target) == 1);
        assertThat(desktop.names).containsExactly("b.txt");
        assertThat(target).hasContent("b");
    }

    private static boolean holds(Editor<FileList> editor, String... paths) {
        FileList now = editor.valueProperty().get();
        return now != null
                && now.items().stream().map(FileList.Item::path).toList().equals(List.of(paths));
    }

    private static Button tool(Widget widget, String name) {
        return widget.tools().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(b -> b.getText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
