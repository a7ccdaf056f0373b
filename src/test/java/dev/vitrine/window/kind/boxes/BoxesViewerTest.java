package dev.vitrine.window.kind.boxes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Fonts;
import dev.vitrine.window.kind.Faces;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

class BoxesViewerTest {
    private static final Box CAT = Box.of("cat", 0.9, 20, 40, 60, 50);
    private static final Box DOG = Box.of("dog", 0.4, 120, 40, 60, 50);
    private static final Boxes BOTH = Boxes.of(CAT, DOG);
    private static final Values INPUTS =
            Values.of("other", Picture.of(3, 3, 1, new byte[9]))
                    .with("photo", Picture.of(200, 100, 3, new byte[60_000]));
    private static final Port PORT =
            Port.of("things", "boxes").withLabel("Things").withOptions(Map.of("over", "photo"));

    private final FakeDesktop desktop = new FakeDesktop();

    @Test
    void theSliderHidesAndCountsAndTakesNothingAway() {
        Fx.run(() -> {
            try (BoxesViewer viewer = shown(PORT, BOTH)) {
                assertThat(viewer.captionProperty().get()).isEqualTo("2 found");
                assertThat(names(viewer)).containsExactly("cat 0.90", "dog 0.40");
                slider(viewer).setValue(0.5);
                lay(viewer);
                assertThat(viewer.captionProperty().get()).isEqualTo("1 of 2 found");
                assertThat(names(viewer)).containsExactly("cat 0.90");
                assertThat(list(viewer).getItems()).containsExactly(CAT);
                slider(viewer).setValue(0);
                assertThat(list(viewer).getItems()).containsExactly(CAT, DOG);
            }
        });
    }

    @Test
    void thereIsNoSliderWhereTheThresholdIsAnInput() {
        Port port = PORT.withTensor(Binding.of(Map.of(), Map.of("threshold", "least")));
        Fx.run(() -> {
            try (BoxesViewer viewer = shown(port, BOTH)) {
                assertThat(viewer.node().lookup(".slider")).isNull();
                assertThat(list(viewer).getItems()).containsExactly(CAT, DOG);
            }
        });
    }

    @Test
    void nothingFoundIsSaidAndThePictureStays() {
        Fx.run(() -> {
            try (BoxesViewer viewer = shown(PORT, Boxes.NONE)) {
                assertThat(viewer.captionProperty().get()).isEqualTo("nothing found");
                assertThat(viewer.node().lookup(".medium").getAccessibleText())
                        .isEqualTo("Things, nothing found");
                assertThat(button(viewer, "Copy").isDisabled()).isFalse();
                assertThat(viewer.problemProperty().get()).isNull();
            }
        });
    }

    /// The room is 400 × 268 and the picture twice as wide as high, so it lies at 0, 34 at twice
    /// its size.
    @Test
    void aPressOnABoxChoosesItInTheListAndBesideItNone() {
        Fx.run(() -> {
            try (BoxesViewer viewer = shown(PORT, BOTH)) {
                press(viewer, 2 * 150, 34 + 2 * 60);
                assertThat(list(viewer).getSelectionModel().getSelectedItem()).isEqualTo(DOG);
                press(viewer, 2 * 100, 34 + 2 * 60);
                assertThat(list(viewer).getSelectionModel().getSelectedItem()).isNull();
                press(viewer, 2 * 21, 34 + 2 * 41);
                assertThat(list(viewer).getSelectionModel().getSelectedItem()).isEqualTo(CAT);
            }
        });
    }

    @Test
    void copyTakesThePictureWithItsBoxesAtItsOwnSizeOrLarger() {
        BoxesViewer viewer = Fx.get(() -> shown(PORT, Boxes.of(CAT)));
        Fx.run(() -> button(viewer, "Copy").fire());
        Fx.await("something is copied", () -> !desktop.copied.isEmpty());
        Picture copied = (Picture) desktop.copied.getFirst();
        assertThat(copied).hasToString("800 × 400");
        // The middle of the box's left edge, and of the black picture beside it.
        assertThat(copied.sample(80, 260, 1)).isGreaterThan(150);
        assertThat(copied.sample(40, 260, 1)).isZero();
        Fx.run(viewer::close);
    }

    @Test
    void saveWritesThatPicture(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("gefunden ü 日本.png");
        desktop.choice = Optional.of(file);
        BoxesViewer viewer = Fx.get(() -> shown(PORT, Boxes.of(CAT)));
        Fx.run(() -> button(viewer, "Save…").fire());
        Fx.await("it is saved", () -> "Saved".equals(button(viewer, "Save…").getAccessibleText()));
        assertThat(desktop.names).containsExactly("things.png");
        assertThat(PictureCodec.read(Files.readAllBytes(file), "it", 1_000_000))
                .hasToString("800 × 400");
        Fx.run(viewer::close);
    }

    @Test
    void saveSaysWhereItCannotWrite(@TempDir Path folder) {
        desktop.choice = Optional.of(folder.resolve("missing").resolve("x.png"));
        BoxesViewer viewer = Fx.get(() -> shown(PORT, Boxes.of(CAT)));
        Fx.run(() -> button(viewer, "Save…").fire());
        Fx.await("it complains", () -> viewer.problemProperty().get() != null);
        assertThat(Fx.get(() -> viewer.problemProperty().get().message()))
                .isEqualTo(
                        "'x.png' cannot be written (its folder does not exist); save it somewhere"
                                + " else.");
        Fx.run(viewer::close);
    }

    @Test
    void theListCopiesAsATable() {
        Fx.run(() -> {
            try (BoxesViewer viewer = shown(PORT, Boxes.of(CAT))) {
                Event.fireEvent(
                        list(viewer),
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED,
                                "",
                                "",
                                KeyCode.C,
                                false,
                                true,
                                false,
                                false));
                assertThat(desktop.copied)
                        .containsExactly(
                                "label\tscore\tx\ty\twidth\theight\n"
                                        + "cat\t0.9\t20.0\t40.0\t60.0\t50.0");
            }
        });
    }

    @Test
    void theRunsPictureIsWhatItLiesOnWhateverTheOthersAre() {
        Fx.run(() -> {
            BoxesViewer viewer = shown(Port.of("things", "boxes"), Boxes.of(CAT));
            try (viewer) {
                viewer.show(Boxes.of(CAT), Values.NONE);
                lay(viewer);
                assertThat(button(viewer, "Copy").isDisabled()).isTrue();
                viewer.show(Boxes.of(CAT), Values.of("any", INPUTS.get("photo", Picture.class)));
                assertThat(button(viewer, "Copy").isDisabled()).isFalse();
            }
        });
    }

    /// One path per colour and a bounded number of names, whatever is found.
    @Test
    void thousandsOfBoxesAreAsManyNodesAsAHundred() {
        Boxes many =
                new Boxes(
                        IntStream.range(0, 5000)
                                .mapToObj(i -> Box.of("c" + i % 30, 0.5, i % 190, i / 50, 10, 10))
                                .toList());
        Fx.run(() -> {
            try (BoxesViewer viewer = shown(PORT, many)) {
                assertThat(viewer.node().lookupAll("*")).hasSizeLessThan(300);
                assertThat(list(viewer).getItems()).hasSize(5000);
            }
        });
    }

    private BoxesViewer shown(Port port, Boxes boxes) {
        Fonts.load();
        BoxesViewer viewer = new BoxesViewer(port, desktop);
        StackPane root = new StackPane(new VBox(viewer.node()));
        Scene scene = new Scene(root, 400, 500);
        scene.getStylesheets().setAll(Faces.stylesheets());
        viewer.show(boxes, INPUTS);
        lay(viewer);
        return viewer;
    }

    private static void lay(BoxesViewer viewer) {
        viewer.node().getScene().snapshot(new WritableImage(400, 500));
    }

    private static List<String> names(BoxesViewer viewer) {
        return viewer.node().lookupAll(".box-plate").stream()
                .filter(Node::isVisible)
                .map(n -> ((Label) n).getText())
                .toList();
    }

    private static Slider slider(BoxesViewer viewer) {
        return (Slider) viewer.node().lookup(".slider");
    }

    @SuppressWarnings("unchecked")
    private static ListView<Box> list(BoxesViewer viewer) {
        return (ListView<Box>) viewer.node().lookup(".box-list");
    }

    private static Button button(BoxesViewer viewer, String text) {
        return viewer.node().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(b -> b.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static void press(BoxesViewer viewer, double x, double y) {
        Event.fireEvent(
                viewer.node().lookup(".picture").getParent(),
                new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }
}
