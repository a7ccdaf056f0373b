package dev.vitrine.window.kind.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.kind.image.PictureFiles;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Faces;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

class ImageEditorTest {
    private static final Port PORT =
            Port.of("image", "image")
                    .withOptions(
                            Map.of(
                                    "sources",
                                    List.of("draw", "file", "paste"),
                                    "pen",
                                    Map.of("ink", "#ffffff", "paper", "#000000")))
                    .withTensor(Binding.of("image", Map.of("size", List.of(28, 28))));

    private static final double[][] SEVEN = {{0.25, 0.25}, {0.75, 0.25}, {0.5, 0.75}};

    /// Far more than a frame takes, and far less than reading a large photo.
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final FakeDesktop desktop = new FakeDesktop();
    private Editor<Picture> editor;

    @BeforeEach
    void open() {
        editor = Fx.get(() -> shown(PORT, 280));
    }

    @AfterEach
    void close() {
        Fx.run(editor::close);
    }

    @Test
    void aStrokeOfTheMouseIsThePictureThatItsPointsGive() {
        Fx.run(() -> draw(editor, SEVEN));
        Stroke stroke =
                new Stroke(
                        false,
                        Pen.of(PORT).width(),
                        List.of(
                                new Stroke.Point(0.25, 0.25),
                                new Stroke.Point(0.75, 0.25),
                                new Stroke.Point(0.5, 0.75)));
        assertThat(value())
                .isEqualTo(
                        Inking.picture(
                                Pen.of(PORT), Paper.of(PORT), new Sheet(null, List.of(stroke))));
    }

    @Test
    void theSameStrokesGiveTheSamePictureWhateverTheSizeOnTheScreen() {
        Picture large =
                Fx.get(() -> {
                    try (Editor<Picture> other = shown(PORT, 560)) {
                        draw(other, SEVEN);
                        return other.valueProperty().get();
                    }
                });
        Fx.run(() -> draw(editor, SEVEN));
        assertThat(value()).isEqualTo(large);
        assertThat(large.width()).isEqualTo(280);
        assertThat(large.channels()).isEqualTo(1);
    }

    @Test
    void theValueFollowsThePenBeforeItIsLifted() {
        List<Picture> seen = new ArrayList<>();
        Fx.run(() ->
                editor.valueProperty()
                        .subscribe(v -> {
                            seen.add(v);
                        }));
        Fx.run(() -> {
            fire(editor, MouseEvent.MOUSE_PRESSED, 0.2, 0.5);
            fire(editor, MouseEvent.MOUSE_DRAGGED, 0.4, 0.5);
        });
        Fx.await("a value while the button is down", () -> seen.size() > 1);
        Picture half = seen.getLast();
        Fx.run(() -> fire(editor, MouseEvent.MOUSE_DRAGGED, 0.8, 0.5));
        Fx.await("another value", () -> !half.equals(seen.getLast()));
        assertThat(Fx.get(() -> button("Undo").isDisabled())).isTrue();
        Fx.run(() -> fire(editor, MouseEvent.MOUSE_RELEASED, 0.8, 0.5));
        assertThat(Fx.get(() -> button("Undo").isDisabled())).isFalse();
    }

    @Test
    void undoAndRedoWalkOverDrawingGivingAndClearing() {
        Picture given = Picture.of(28, 28, 1, new byte[784]);
        Fx.run(() -> draw(editor, SEVEN));
        Picture seven = value();
        Fx.run(() -> editor.set(given));
        Fx.run(() -> draw(editor, new double[][] {{0.1, 0.9}, {0.9, 0.9}}));
        Picture over = value();
        Fx.run(() -> press(KeyCode.DELETE, false));
        assertThat(value()).isNull();
        Fx.run(() -> press(KeyCode.Z, false));
        assertThat(value()).isEqualTo(over);
        Fx.run(() -> press(KeyCode.Z, false));
        assertThat(value()).isSameAs(given);
        Fx.run(() -> press(KeyCode.Z, false));
        assertThat(value()).isEqualTo(seven);
        Fx.run(() -> press(KeyCode.Z, false));
        assertThat(value()).isNull();
        Fx.run(() -> press(KeyCode.Z, true));
        assertThat(value()).isEqualTo(seven);
    }

    @Test
    void aPhotoIsShrunkOffTheFxThreadAndThenDrawnOver() {
        Picture photo = Picture.of(4000, 3000, 3, new byte[36_000_000]);
        Fx.run(() -> {
            editor.set(photo);
            assertThat(shown()).as("made on the FX thread").isNull();
            draw(editor, SEVEN);
            assertThat(editor.valueProperty().get()).as("not yet drawn over").isSameAs(photo);
        });
        Fx.await("the photo", () -> shown() != null);
        assertThat(Fx.get(() -> shown().getWidth())).isEqualTo(1024);
        Fx.run(() -> {
            draw(editor, new double[][] {{0.5, 0.5}});
            assertThat(editor.valueProperty().get()).hasToString("1024 × 768");
            press(KeyCode.Z, false);
            assertThat(editor.valueProperty().get()).isSameAs(photo);
            press(KeyCode.Z, true);
            assertThat(editor.valueProperty().get()).hasToString("1024 × 768");
        });
    }

    @Test
    void theEraserBringsBackThePaper() {
        Fx.run(() -> draw(editor, new double[][] {{0.5, 0.5}}));
        assertThat(value().sample(140, 140, 0)).isEqualTo(255);
        Fx.run(() -> {
            ToggleButton eraser = ((SegmentedButton) editor.tools().getFirst()).getButtons().get(1);
            assertThat(eraser.getText()).isEqualTo("Eraser");
            eraser.fire();
            draw(editor, new double[][] {{0.4, 0.5}, {0.6, 0.5}});
        });
        assertThat(value().sample(140, 140, 0)).isZero();
    }

    @Test
    void whatLiesOutsideThePaperDrawsNothing() {
        Fx.run(() -> draw(editor, new double[][] {{-0.2, 0.5}, {0.5, 0.5}}));
        assertThat(value()).isNull();
    }

    @Test
    void aFileIsOpenedAndWhatIsNoPictureSaysSoAndLosesNothing(@TempDir Path folder)
            throws IOException {
        Path good = folder.resolve("ü 日本.png");
        Picture picture = Picture.of(3, 2, 1, new byte[] {1, 2, 3, 4, 5, 6});
        Files.write(good, PictureCodec.png(picture));
        desktop.choice = Optional.of(good);
        Fx.run(() -> button("Open…").fire());
        Fx.await("the picture", () -> picture.equals(editor.valueProperty().get()));
        assertThat(Fx.get(() -> editor.captionProperty().get())).isEqualTo("3 × 2");

        Path bad = Files.writeString(folder.resolve("notes.txt"), "not a picture");
        Fx.run(() -> assertThat(desktop.drop(editor.node(), Offer.of(List.of(bad)))).isTrue());
        Fx.await("the problem", () -> editor.problemProperty().get() != null);
        assertThat(Fx.get(() -> editor.problemProperty().get().message()))
                .startsWith("'notes.txt' is not a picture; give a PNG");
        assertThat(value()).isEqualTo(picture);
        Fx.run(() -> draw(editor, SEVEN));
        assertThat(Fx.get(() -> editor.problemProperty().get())).isNull();
    }

    @Test
    void whatCamerasAndMicroscopesWriteIsReadWhenDropped(@TempDir Path folder) throws IOException {
        Path gif = Files.write(folder.resolve("dancing.gif"), PictureFiles.gif(60));
        drop(gif, "8 × 6, the first of 60 in the file");
        Path tiff = Files.write(folder.resolve("cells.TIF"), PictureFiles.tiff(3000, 65535));
        drop(tiff, "2 × 1");
        assertThat(value().depth()).isEqualTo(16);
        assertThat(value().sample(0, 0, 0)).isEqualTo(3000);
        Path turned = Files.write(folder.resolve("phone.jpg"), PictureFiles.turnedJpeg(40, 30));
        drop(turned, "30 × 40");
        Path misnamed = Files.write(folder.resolve("photo.txt"), PictureFiles.gif(1));
        drop(misnamed, "8 × 6");
    }

    @Test
    void anEmptyFileSaysSoAndLosesNothing(@TempDir Path folder) throws IOException {
        Fx.run(() -> draw(editor, SEVEN));
        Picture seven = value();
        Path empty = Files.createFile(folder.resolve("empty.png"));
        Fx.run(() -> assertThat(desktop.drop(editor.node(), Offer.of(List.of(empty)))).isTrue());
        Fx.await("the problem", () -> editor.problemProperty().get() != null);
        assertThat(Fx.get(() -> editor.problemProperty().get().message()))
                .isEqualTo("'empty.png' is empty; choose another file.");
        assertThat(value()).isEqualTo(seven);
    }

    /// The FX thread stays free while a photo of 101 million pixels is read and shrunk.
    @Test
    void aPhotoOfAHundredMegapixelsIsReadInTheBackground(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("large.jpg"), PictureFiles.jpeg(11_600, 8_700));
        Fx.run(() -> desktop.drop(editor.node(), Offer.of(List.of(file))));
        while (!Fx.get(() -> "11600 × 8700".equals(editor.captionProperty().get()))) {
            assertThat(Fx.get(() -> editor.problemProperty().get())).isNull();
            long asked = System.nanoTime();
            Fx.run(() -> {});
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(PATIENCE);
            Thread.sleep(5);
        }
        Fx.await("what is shown of it", () -> shown() != null);
        assertThat(Fx.get(() -> shown().getWidth())).isLessThanOrEqualTo(1024);
    }

    private void drop(Path file, String caption) {
        Fx.run(() -> assertThat(desktop.drop(editor.node(), Offer.of(List.of(file)))).isTrue());
        Fx.await(
                caption,
                () ->
                        editor.problemProperty().get() == null
                                && caption.equals(editor.captionProperty().get()));
    }

    @Test
    void aMissingFileAndAFolderSaySo(@TempDir Path folder) {
        desktop.choice = Optional.of(folder.resolve("gone.png"));
        Fx.run(() -> button("Open…").fire());
        Fx.await("the problem", () -> editor.problemProperty().get() != null);
        assertThat(Fx.get(() -> editor.problemProperty().get().message()))
                .isEqualTo("There is no file 'gone.png'; choose another.");
        assertThat(
                        Fx.get(() ->
                                desktop.drop(
                                        editor.node(),
                                        Offer.of(List.of(folder.resolve("a.onnx"))))))
                .as("a model is for the window")
                .isFalse();
    }

    @Test
    void pastingTakesAPictureAndComplainsWhereThereIsNone() {
        Picture picture = Picture.of(2, 2, 1, new byte[] {9, 9, 9, 9});
        desktop.clipboard = Offer.of(picture);
        Fx.run(() -> button("Paste").fire());
        Fx.await("the picture", () -> picture.equals(editor.valueProperty().get()));
        desktop.clipboard = Offer.of("words");
        Fx.run(() -> button("Paste").fire());
        assertThat(Fx.get(() -> editor.problemProperty().get().message()))
                .isEqualTo("There is no picture on the clipboard; copy one and paste again.");
        assertThat(value()).isEqualTo(picture);
    }

    @Test
    void whatComesAfterClosingIsDropped(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.png");
        Files.write(file, PictureCodec.png(Picture.of(600, 600, 3, new byte[1_080_000])));
        desktop.choice = Optional.of(file);
        Fx.run(() -> {
            button("Open…").fire();
            editor.close();
        });
        Thread.sleep(300);
        assertThat(value()).isNull();
    }

    private @Nullable Image shown() {
        ImageView view =
                editor.node().lookupAll("*").stream()
                        .filter(ImageView.class::isInstance)
                        .map(ImageView.class::cast)
                        .findFirst()
                        .orElseThrow();
        return view.getImage();
    }

    private @Nullable Picture value() {
        return Fx.get(() -> editor.valueProperty().get());
    }

    @SuppressWarnings("unchecked")
    private Editor<Picture> shown(Port port, double side) {
        Editor<Picture> made = (Editor<Picture>) Faces.of(port).editor(port, desktop);
        StackPane root = new StackPane(made.node());
        Scene scene = new Scene(root, side, side);
        scene.getStylesheets().setAll(Faces.stylesheets());
        root.applyCss();
        root.layout();
        return made;
    }

    private Button button(String name) {
        return editor.tools().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(b -> name.equals(b.getText()) || name.equals(b.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private void press(KeyCode code, boolean shift) {
        boolean control = code == KeyCode.Z;
        Node node = editor.node();
        node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }

    private static void draw(Editor<Picture> on, double[][] points) {
        fire(on, MouseEvent.MOUSE_PRESSED, points[0][0], points[0][1]);
        for (double[] point : points) {
            fire(on, MouseEvent.MOUSE_DRAGGED, point[0], point[1]);
        }
        fire(
                on,
                MouseEvent.MOUSE_RELEASED,
                points[points.length - 1][0],
                points[points.length - 1][1]);
    }

    private static void fire(Editor<Picture> on, EventType<MouseEvent> type, double x, double y) {
        Node pad = Objects.requireNonNull(on.node().lookup(".sketchpad"));
        double side = pad.getLayoutBounds().getWidth();
        pad.fireEvent(
                new MouseEvent(
                        pad,
                        pad,
                        type,
                        x * side,
                        y * side,
                        0,
                        0,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }
}
