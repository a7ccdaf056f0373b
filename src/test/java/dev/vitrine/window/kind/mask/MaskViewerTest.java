package dev.vitrine.window.kind.mask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.kind.mask.Area;
import dev.vitrine.kind.mask.Mask;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Fonts;
import dev.vitrine.window.kind.Faces;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.skin.VirtualFlow;
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
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

class MaskViewerTest {
    private static final Mask.Segment SKY = segment("sky", 0, 50);
    private static final Mask.Segment SEA = segment("sea", 50, 75);
    private static final Mask MASK = new Mask(200, 100, List.of(SKY, SEA));
    private static final Values INPUTS =
            Values.of("photo", Picture.of(200, 100, 3, new byte[60_000]));

    private final FakeDesktop desktop = new FakeDesktop();

    @Test
    void theLegendSaysWhatIsWhereAndHowMuchOfIt() {
        Fx.run(() -> {
            try (MaskViewer viewer = shown(MASK)) {
                assertThat(viewer.captionProperty().get()).isEqualTo("2 segments");
                assertThat(legend(viewer).getItems()).containsExactly(SKY, SEA);
                Event.fireEvent(
                        legend(viewer),
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
                                "label\tscore\tpixels\tshare\nsky\t1.0\t10000\t0.5\n"
                                        + "sea\t1.0\t5000\t0.25");
            }
        });
    }

    @Test
    void nothingFoundIsSaid() {
        Fx.run(() -> {
            try (MaskViewer viewer = shown(new Mask(200, 100, List.of()))) {
                assertThat(viewer.captionProperty().get()).isEqualTo("nothing found");
            }
        });
    }

    /// The room is 400 wide and the picture twice as wide as high, so it lies at twice its size.
    @Test
    void aPressOnAPartChoosesItAndOnceMoreOrBesideItNone() {
        Fx.run(() -> {
            try (MaskViewer viewer = shown(MASK)) {
                double top =
                        (viewer.node().lookup(".medium").getLayoutBounds().getHeight() - 200) / 2;
                press(viewer, 200, top + 2 * 60);
                assertThat(legend(viewer).getSelectionModel().getSelectedItem()).isEqualTo(SEA);
                legend(viewer).layout();
                assertThat(firstRow(viewer)).as("the first row that is seen").isZero();
                press(viewer, 200, top + 2 * 60);
                assertThat(legend(viewer).getSelectionModel().getSelectedItem()).isNull();
                press(viewer, 200, top + 2 * 20);
                assertThat(legend(viewer).getSelectionModel().getSelectedItem()).isEqualTo(SKY);
                press(viewer, 200, top + 2 * 90);
                assertThat(legend(viewer).getSelectionModel().getSelectedItem()).isNull();
            }
        });
    }

    @Test
    void saveWritesThePictureWithItsMaskAsOpaqueAsItIsSeen(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("maske ü 日本.png");
        desktop.choice = Optional.of(file);
        MaskViewer viewer = Fx.get(() -> shown(MASK));
        int strong = saved(viewer, file, 1).sample(100, 20, 1);
        int faint = saved(viewer, file, 0.3).sample(100, 20, 1);
        Picture picture = saved(viewer, file, 0);
        assertThat(picture).hasToString("200 × 100");
        assertThat(picture.sample(100, 20, 1)).isZero();
        assertThat(faint).isBetween(1, strong - 1);
        assertThat(desktop.names).containsOnly("parts.png");
        Fx.run(viewer::close);
    }

    private Picture saved(MaskViewer viewer, Path file, double opacity) throws Exception {
        Files.deleteIfExists(file);
        Fx.run(() -> {
            ((Slider) viewer.node().lookup(".slider")).setValue(opacity);
            button(viewer, "Save…").fire();
        });
        Fx.await("it is saved", () -> Files.exists(file) && Files.size(file) > 0);
        Fx.await("it says so", () -> "Saved".equals(button(viewer, "Save…").getAccessibleText()));
        return PictureCodec.read(Files.readAllBytes(file), "it", 1_000_000);
    }

    private static int firstRow(MaskViewer viewer) {
        var flow = (VirtualFlow<?>) legend(viewer).lookup(".virtual-flow");
        return flow.getFirstVisibleCell().getIndex();
    }

    private static Mask.Segment segment(String label, int from, int to) {
        BitSet pixels = new BitSet();
        pixels.set(from * 200, to * 200);
        return new Mask.Segment(label, 1, Area.of(200, 100, pixels));
    }

    private MaskViewer shown(Mask mask) {
        Fonts.load();
        Port port = Port.of("parts", "mask").withLabel("Parts");
        MaskViewer viewer = new MaskViewer(port, desktop);
        StackPane root = new StackPane(new VBox(viewer.node()));
        Scene scene = new Scene(root, 400, 500);
        scene.getStylesheets().setAll(Faces.stylesheets());
        viewer.show(mask, INPUTS);
        scene.snapshot(new WritableImage(400, 500));
        return viewer;
    }

    @SuppressWarnings("unchecked")
    private static ListView<Mask.Segment> legend(MaskViewer viewer) {
        return (ListView<Mask.Segment>) viewer.node().lookup(".mask-legend");
    }

    private static Button button(MaskViewer viewer, String text) {
        return viewer.node().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(b -> b.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static void press(MaskViewer viewer, double x, double y) {
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
                        true,
                        true,
                        null));
    }
}
