package dev.vitrine.window.kind.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Fonts;
import dev.vitrine.window.kind.Faces;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;

/// The room is 400 × 268 and the picture twice as wide as high, so it lies at 0, 34 in 400 × 200.
class ImageViewerTest {
    private static final Port PORT =
            Port.of("large", "image").withLabel("Large").withOptions(Map.of("before", "photo"));
    private static final Values INPUTS =
            Values.of("other", plain(7, 7, 99)).with("photo", plain(100, 50, 0));
    private static final Picture AFTER = plain(200, 100, 255);

    @Test
    void theDividerStandsBetweenWhatWentInAndWhatCameOut() {
        Fx.run(() -> {
            ImageViewer viewer = shown(PORT, AFTER, INPUTS);
            assertThat(isLight(viewer, 150)).isFalse();
            assertThat(isLight(viewer, 250)).isTrue();
            divider(viewer).move(0.75);
            assertThat(isLight(viewer, 250)).isFalse();
            assertThat(isLight(viewer, 350)).isTrue();
            viewer.close();
        });
    }

    @Test
    void aHandDragsItAnywhereOnThePictureAndNoFurther() {
        Fx.run(() -> {
            ImageViewer viewer = shown(PORT, AFTER, INPUTS);
            mouse(viewer, MouseEvent.MOUSE_PRESSED, 100);
            assertThat(divider(viewer).position()).isEqualTo(0.25);
            assertThat(viewer.node().getScene().getFocusOwner()).isSameAs(divider(viewer));
            mouse(viewer, MouseEvent.MOUSE_DRAGGED, 300);
            assertThat(divider(viewer).position()).isEqualTo(0.75);
            mouse(viewer, MouseEvent.MOUSE_DRAGGED, 900);
            assertThat(divider(viewer).position()).isEqualTo(1);
            viewer.close();
        });
    }

    @Test
    void keysAndScreenReadersMoveItAsASlider() {
        Fx.run(() -> {
            ImageViewer viewer = shown(PORT, AFTER, INPUTS);
            Divider divider = divider(viewer);
            key(divider, KeyCode.LEFT, false);
            assertThat(divider.position()).isEqualTo(0.48);
            key(divider, KeyCode.RIGHT, true);
            assertThat(divider.position()).isEqualTo(0.58);
            key(divider, KeyCode.HOME, false);
            assertThat(divider.position()).isZero();
            key(divider, KeyCode.LEFT, false);
            assertThat(divider.position()).isZero();
            assertThat(divider.getAccessibleRole()).isEqualTo(AccessibleRole.SLIDER);
            assertThat(divider.getAccessibleText()).startsWith("Divider between before and after");
            divider.executeAccessibleAction(AccessibleAction.SET_VALUE, 30.0);
            assertThat(divider.queryAccessibleAttribute(AccessibleAttribute.VALUE)).isEqualTo(30.0);
            viewer.close();
        });
    }

    @Test
    void itStaysWhereItWasPutWhenAnotherAnswerComes() {
        Fx.run(() -> {
            ImageViewer viewer = shown(PORT, AFTER, INPUTS);
            divider(viewer).move(0.1);
            viewer.show(plain(20, 10, 255), INPUTS);
            assertThat(divider(viewer).position()).isEqualTo(0.1);
            viewer.close();
        });
    }

    @Test
    void withoutAPictureBeforeThereIsNoDivider() {
        Fx.run(() -> {
            ImageViewer plain = shown(Port.of("large", "image"), AFTER, INPUTS);
            assertThat(divider(plain).isVisible()).isFalse();
            assertThat(isLight(plain, 150)).isTrue();
            ImageViewer viewer = shown(PORT, AFTER, INPUTS);
            viewer.show(AFTER, Values.NONE);
            assertThat(divider(viewer).isVisible()).isFalse();
            assertThat(isLight(viewer, 150)).isTrue();
            viewer.show(null);
            assertThat(divider(viewer).isVisible()).isFalse();
        });
    }

    private static Picture plain(int width, int height, int light) {
        byte[] samples = new byte[width * height];
        Arrays.fill(samples, (byte) light);
        return Picture.of(width, height, 1, samples);
    }

    private static ImageViewer shown(Port port, Picture picture, Values inputs) {
        Fonts.load();
        ImageViewer viewer = new ImageViewer(port, new FakeDesktop());
        Scene scene = new Scene(new VBox(viewer.node()), 400, 268);
        scene.getStylesheets().setAll(Faces.stylesheets());
        viewer.show(picture, inputs);
        scene.snapshot(new WritableImage(400, 268));
        return viewer;
    }

    private static Divider divider(ImageViewer viewer) {
        return (Divider) viewer.node().lookup(".divider");
    }

    private static boolean isLight(ImageViewer viewer, int x) {
        WritableImage image = viewer.node().getScene().snapshot(new WritableImage(400, 268));
        return (image.getPixelReader().getArgb(x, 200) & 0xff) > 200;
    }

    private static void key(Node node, KeyCode code, boolean shift) {
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    private static void mouse(ImageViewer viewer, EventType<MouseEvent> type, double x) {
        Event.fireEvent(
                viewer.node().lookup(".before-after"),
                new MouseEvent(
                        type,
                        x,
                        134,
                        x,
                        134,
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
