package dev.vitrine.window.kind.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.vector.Vector;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;
import dev.vitrine.window.kind.Stand;
import dev.vitrine.window.kind.Viewer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ExtendWith(ApplicationExtension.class)
class VectorFaceTest {
    private static final Port PORT = Port.of("features", "vector");

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void numbersAreTypedInAnyFormAndCounted(FxRobot robot) {
        Editor<Vector> editor = stand.put(robot, () -> new VectorFace().editor(PORT, desktop));
        robot.interact(() -> ((TextArea) editor.focus()).setText("array([1., -2.5])"));
        assertThat(editor.valueProperty().get()).isEqualTo(Vector.of(1, -2.5));
        assertThat(editor.captionProperty().get()).isEqualTo("2 numbers · −2.5 to 1");
    }

    @Test
    void aHundredThousandNumbersArePastedWithoutEnteringTheArea(FxRobot robot) {
        Editor<Vector> editor = stand.put(robot, () -> new VectorFace().editor(PORT, desktop));
        desktop.clipboard =
                Offer.of(
                        IntStream.range(0, 100_000)
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining("\n")));
        robot.interact(() ->
                editor.tools().stream()
                        .map(Button.class::cast)
                        .filter(b -> b.getText().equals("Paste"))
                        .forEach(Button::fire));
        Fx.await("it is read", () -> editor.valueProperty().get() != null);
        assertThat(editor.valueProperty().get().size()).isEqualTo(100_000);
        assertThat(((TextArea) editor.focus()).getText()).isEmpty();
    }

    @Test
    void theKeysAndThePointerTellTheNumbersUnderThem(FxRobot robot) {
        Viewer<Vector> viewer = stand.put(robot, () -> new VectorFace().viewer(PORT, desktop));
        robot.interact(() -> viewer.show(Vector.of(1, -2.5, 3)));
        Node strip = viewer.node().lookup(".strip");
        robot.interact(strip::requestFocus);
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(viewer.captionProperty().get()).isEqualTo("[1] −2.5");
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(viewer.captionProperty().get()).isEqualTo("[2] 3");
        robot.interact(() -> viewer.show(null));
        assertThat(viewer.captionProperty().get()).isEmpty();
    }

    @Test
    void manyNumbersAreAsManyBarsAsThereArePixels(FxRobot robot) {
        Viewer<Vector> viewer = stand.put(robot, () -> new VectorFace().viewer(PORT, desktop));
        double[] many = new double[100_000];
        many[77_777] = 1;
        robot.interact(() -> viewer.show(Vector.of(many)));
        robot.interact(() -> viewer.node().getParent().layout());
        Path bars = (Path) viewer.node().lookup(".bars");
        assertThat(bars.getElements().size()).isBetween(500, 5 * 480);
        // the one peak is not lost
        assertThat(bars.getLayoutBounds().getHeight()).isGreaterThan(70);
    }
}
