package dev.vitrine.window.kind.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.gallery.Gallery;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;
import dev.vitrine.window.kind.Stand;
import dev.vitrine.window.kind.Viewer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

@ExtendWith(ApplicationExtension.class)
class GalleryFaceTest {
    private static final Port PORT = Port.of("album", "gallery");

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @TempDir private Path folder;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void picturesAreDroppedTogetherPastedMovedRemovedAndComeBack(FxRobot robot) throws Exception {
        Editor<Gallery> editor = stand.put(robot, () -> new GalleryFace().editor(PORT, desktop));
        List<Path> files = List.of(file("ü 1.png", 10), file("zwei.png", 20));
        robot.interact(() -> desktop.drop(editor.node(), Offer.of(files)));
        Fx.await("dropped", () -> captions(editor).equals(List.of("ü 1.png", "zwei.png")));
        assertThat(editor.captionProperty().get()).isEqualTo("2 pictures");
        robot.interact(() -> editor.focus().requestFocus());
        desktop.clipboard = Offer.of(grey(30));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.V).release(KeyCode.SHORTCUT);
        Fx.await("pasted", () -> captions(editor).equals(List.of("ü 1.png", "zwei.png", "")));
        robot.type(KeyCode.END);
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertThat(captions(editor)).containsExactly("ü 1.png", "", "zwei.png");
        robot.type(KeyCode.HOME, KeyCode.RIGHT, KeyCode.DELETE);
        assertThat(captions(editor)).containsExactly("ü 1.png", "zwei.png");
        robot.interact(editor::undo);
        assertThat(captions(editor)).containsExactly("ü 1.png", "", "zwei.png");
        robot.interact(editor::undo);
        assertThat(captions(editor)).containsExactly("ü 1.png", "zwei.png", "");
        robot.interact(editor::redo);
        assertThat(captions(editor)).containsExactly("ü 1.png", "", "zwei.png");
        robot.type(KeyCode.DELETE, KeyCode.DELETE, KeyCode.DELETE);
        assertThat(editor.valueProperty().get()).isNull();
    }

    @Test
    void theChosenOneFillsTheScreenAndTheKeysTurnThePages(FxRobot robot) {
        Viewer<Gallery> viewer = stand.put(robot, () -> new GalleryFace().viewer(PORT, desktop));
        Button full = (Button) named(viewer, "Full screen");
        assertThat(full.isDisabled()).isTrue();
        robot.interact(() ->
                viewer.show(
                        new Gallery(
                                List.of(new Gallery.Item(grey(10)), new Gallery.Item(grey(20))))));
        assertThat(full.isDisabled()).isFalse();
        robot.interact(full::fire);
        Node alone = viewer.node().lookup(".medium");
        assertThat(alone.isVisible()).as("one picture, not all").isTrue();
        assertThat(desktop.alone).hasSize(1);
        Node before = named(viewer, "Previous");
        assertThat(before.isDisabled()).isTrue();
        robot.interact(() -> desktop.keys.accept(pressed(KeyCode.PAGE_DOWN)));
        assertThat(before.isDisabled()).as("the second is chosen").isFalse();
        robot.interact(() -> viewer.show(null));
        assertThat(full.isDisabled()).isTrue();
    }

    private static KeyEvent pressed(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    @Test
    void whatIsDroppedWhileOthersAreReadComesTooAndTooManyAreRefused(FxRobot robot) {
        Port three = PORT.withOptions(Map.of("maxItems", 3));
        Editor<Gallery> editor = stand.put(robot, () -> new GalleryFace().editor(three, desktop));
        robot.interact(() -> {
            for (String name : List.of("a.png", "b.png", "c.png")) {
                desktop.drop(editor.node(), Offer.of(List.of(file(name, 1))));
            }
            assertThat(editor.captionProperty().get()).isEqualTo("Reading…");
        });
        Fx.await("all came", () -> captions(editor).size() == 3);
        assertThat(captions(editor)).containsExactlyInAnyOrder("a.png", "b.png", "c.png");
        assertThat(editor.captionProperty().get()).isEqualTo("3 pictures");
        robot.interact(() -> desktop.drop(editor.node(), Offer.of(List.of(file("d.png", 1)))));
        Fx.await("refused", () -> editor.problemProperty().get() != null);
        assertThat(editor.problemProperty().get().message())
                .isEqualTo("'Album' has 4 pictures; give at most 3.");
        assertThat(captions(editor)).hasSize(3);
    }

    @Test
    void oneThatIsNoPictureIsRefusedByItsNameAndTheOthersStay(FxRobot robot) throws Exception {
        Editor<Gallery> editor = stand.put(robot, () -> new GalleryFace().editor(PORT, desktop));
        Gallery before = Gallery.of(List.of(grey(1)));
        robot.interact(() -> editor.set(before));
        Path wrong = Files.writeString(folder.resolve("notes.png"), "no picture");
        robot.interact(
                () -> desktop.drop(editor.node(), Offer.of(List.of(file("fine.png", 3), wrong))));
        Fx.await("refused", () -> editor.problemProperty().get() != null);
        assertThat(editor.problemProperty().get().message()).contains("'notes.png'");
        assertThat(editor.valueProperty().get()).isSameAs(before);
    }

    @Test
    void onePictureIsSeenAloneSavedAloneAndAllAreSavedInTheirOrder(FxRobot robot) throws Exception {
        Viewer<Gallery> viewer = stand.put(robot, () -> new GalleryFace().viewer(PORT, desktop));
        Gallery gallery =
                new Gallery(
                        List.of(
                                new Gallery.Item(grey(1), "one"),
                                new Gallery.Item(grey(2), "a/b: ü.jpg"),
                                new Gallery.Item(grey(3))));
        robot.interact(() -> viewer.show(gallery));
        Node grid = robot.lookup(".gallery-grid").query();
        assertThat(named(viewer, "Previous").isDisabled()).isTrue();
        assertThat(named(viewer, "Next").isDisabled()).isFalse();
        robot.interact(grid::requestFocus);
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(grid.isVisible()).isFalse();
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(named(viewer, "Next").isDisabled()).isTrue();
        assertThat(saved(robot, viewer, "Save…")).isEqualTo(PictureCodec.png(grey(3)));
        assertThat(desktop.names.getLast()).isEqualTo("album.3.png");
        robot.type(KeyCode.ESCAPE);
        assertThat(grid.isVisible()).isTrue();
        List<String> names = new ArrayList<>();
        byte[] zip = saved(robot, viewer, "Save all…");
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                assertThat(in.readAllBytes()).isEqualTo(PictureCodec.png(grey(names.size())));
            }
        }
        assertThat(names).hasSize(3).allMatch(name -> !name.contains("/") && !name.contains(":"));
        assertThat(names).isSorted().first().isEqualTo("1 one.png");
    }

    private byte[] saved(FxRobot robot, Viewer<?> viewer, String tool) throws Exception {
        Path file = folder.resolve("saved");
        Files.deleteIfExists(file);
        desktop.choice = Optional.of(file);
        Button button =
                viewer.tools().stream()
                        .filter(Button.class::isInstance)
                        .map(Button.class::cast)
                        .filter(one -> one.getText().equals(tool))
                        .findFirst()
                        .orElseThrow();
        robot.interact(button::fire);
        Fx.await("saved", () -> "Saved".equals(button.getAccessibleText()));
        return Files.readAllBytes(file);
    }

    private static Node named(Viewer<?> viewer, String name) {
        return viewer.tools().stream()
                .filter(tool -> name.equals(tool.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private Path file(String name, int grey) {
        try {
            return Files.write(folder.resolve(name), PictureCodec.png(grey(grey)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Picture grey(int grey) {
        return Picture.of(2, 1, 1, new byte[] {(byte) grey, 0});
    }

    private static List<String> captions(Editor<Gallery> editor) {
        Gallery gallery = editor.valueProperty().get();
        return gallery == null
                ? List.of()
                : gallery.items().stream().map(Gallery.Item::caption).toList();
    }
}
