package dev.vitrine.window.kind.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.mask.Mask;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Faces;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;
import dev.vitrine.window.kind.Stand;
import dev.vitrine.window.kind.Viewer;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.controlsfx.control.SegmentedButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a hand does on a picture: cropping it, drawing boxes on it, painting a mask over it, moving
/// closer.
@ExtendWith(ApplicationExtension.class)
class HandTest {
    /// A picture of which each pixel is another.
    private static final Picture PHOTO = photo(200, 100);

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void aPictureIsCroppedByItsEdgesAndUndoBringsItBack(FxRobot robot) {
        Editor<Picture> editor = editor(robot, Port.of("photo", "image"));
        robot.interact(() -> editor.set(PHOTO));
        Button undo = button(editor, "Undo");
        ToggleButton crop = toggle(editor, "Crop");
        robot.clickOn(crop);
        assertThat(crop.getText()).isEqualTo("Apply crop");
        // from the corner and from the right edge to the inside
        drag(robot, editor, 1, 1, 51, 21);
        drag(robot, editor, 198, 60, 148, 60);
        assertThat(editor.captionProperty().get()).isEqualTo("100 × 80");
        robot.clickOn(crop);
        settle(robot);
        assertThat(editor.valueProperty().get()).isEqualTo(PHOTO.part(50, 20, 100, 80));
        robot.clickOn(undo);
        assertThat(editor.valueProperty().get()).isSameAs(PHOTO);
    }

    @Test
    void escapeGivesACropUpAndEnterTakesIt(FxRobot robot) {
        Editor<Picture> editor = editor(robot, Port.of("photo", "image"));
        robot.interact(() -> editor.set(PHOTO));
        ToggleButton crop = toggle(editor, "Crop");
        robot.clickOn(crop);
        drag(robot, editor, 1, 1, 51, 21);
        robot.type(KeyCode.ESCAPE);
        assertThat(crop.isSelected()).isFalse();
        assertThat(editor.valueProperty().get()).isSameAs(PHOTO);
        assertThat(editor.captionProperty().get()).isEqualTo("200 × 100");
        robot.clickOn(crop);
        drag(robot, editor, 198, 98, 118, 68);
        robot.type(KeyCode.RIGHT);
        robot.type(KeyCode.ENTER);
        settle(robot);
        assertThat(editor.valueProperty().get()).hasToString("120 × 70");
    }

    @Test
    void aBoxThatAHandDrewHasNoScore(FxRobot robot) {
        Port port = Port.of("where", "boxes").withOptions(Map.of("labels", List.of("cat", "dog")));
        Editor<Boxes> editor = editor(robot, port);
        robot.interact(() -> editor.beside(Values.of("photo", PHOTO)));
        drag(robot, editor, 20, 20, 80, 60);
        assertThat(plates(editor)).containsExactly("cat");
        // one that a model found and somebody pasted keeps its own
        robot.interact(() -> editor.set(Boxes.of(Box.of("dog", 0.5, 20, 20, 60, 40))));
        settle(robot);
        assertThat(plates(editor)).containsExactly("dog 0.50");
        Editor<Boxes> plain = editor(robot, Port.of("where", "boxes"));
        robot.interact(() -> plain.beside(Values.of("photo", PHOTO)));
        drag(robot, plain, 20, 20, 80, 60);
        assertThat(plates(plain)).isEmpty();
    }

    private static List<String> plates(Editor<?> editor) {
        return editor.node().lookupAll(".box-plate").stream()
                .filter(Node::isVisible)
                .map(n -> ((Label) n).getText())
                .toList();
    }

    @Test
    void aBoxIsDrawnMovedResizedAndRemoved(FxRobot robot) {
        Editor<Boxes> editor = editor(robot, Port.of("where", "boxes"));
        assertThat(button(editor, "Add box").isDisabled()).isTrue();
        robot.interact(() -> editor.beside(Values.of("photo", PHOTO)));
        drag(robot, editor, 20, 20, 80, 60);
        assertThat(box(editor)).isEqualTo(List.of(20L, 20L, 60L, 40L));
        drag(robot, editor, 50, 40, 90, 50);
        assertThat(box(editor)).isEqualTo(List.of(60L, 30L, 60L, 40L));
        drag(robot, editor, 120, 70, 160, 90);
        assertThat(box(editor)).isEqualTo(List.of(60L, 30L, 100L, 60L));
        // over the edge of the picture it stays inside
        drag(robot, editor, 100, 60, 199, 60);
        assertThat(box(editor)).isEqualTo(List.of(100L, 30L, 100L, 60L));
        robot.clickOn(button(editor, "Remove the chosen one"));
        assertThat(editor.valueProperty().get()).isNull();
        robot.clickOn(button(editor, "Undo"));
        assertThat(box(editor)).isEqualTo(List.of(100L, 30L, 100L, 60L));
        for (int i = 0; i < 3; i++) {
            robot.clickOn(button(editor, "Undo"));
        }
        assertThat(box(editor)).isEqualTo(List.of(20L, 20L, 60L, 40L));
        assertThat(Fx.get(editor::redo)).isTrue();
        assertThat(box(editor)).isEqualTo(List.of(60L, 30L, 60L, 40L));
    }

    @Test
    void boxesAreDrawnWithTheKeysAlone(FxRobot robot) {
        Port port =
                Port.of("where", "boxes")
                        .withOptions(Map.of("labels", List.of("cat", "dog"), "over", "photo"));
        Editor<Boxes> editor = editor(robot, port);
        robot.interact(() -> editor.beside(Values.of("photo", PHOTO)));
        robot.interact(() -> editor.focus().requestFocus());
        robot.type(KeyCode.N);
        assertThat(box(editor)).isEqualTo(List.of(50L, 25L, 100L, 50L));
        robot.type(KeyCode.RIGHT, 3);
        robot.push(KeyCode.SHIFT, KeyCode.UP);
        assertThat(box(editor)).isEqualTo(List.of(53L, 15L, 100L, 50L));
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(box(editor)).isEqualTo(List.of(53L, 15L, 100L, 51L));
        assertThat(editor.focus().getAccessibleText())
                .isEqualTo("Where, 1 box, number 1 cat, x 53, y 15, 100 × 51");
        robot.type(KeyCode.N);
        assertThat(boxes(editor)).hasSize(2);
        robot.type(KeyCode.PAGE_DOWN);
        robot.type(KeyCode.DELETE);
        assertThat(box(editor)).isEqualTo(List.of(50L, 25L, 100L, 50L));
        assertThat(boxes(editor)).extracting(Box::label).containsExactly("cat");
    }

    @Test
    void pointsArePickedMovedAndRemoved(FxRobot robot) {
        Port port =
                Port.of("what", "boxes")
                        .withOptions(Map.of("labels", List.of("in", "out"), "pick", "points"));
        Editor<Boxes> editor = editor(robot, port);
        robot.interact(() -> editor.beside(Values.of("photo", PHOTO)));
        drag(robot, editor, 30, 40, 30, 40);
        drag(robot, editor, 120, 60, 140, 70);
        assertThat(boxes(editor)).hasSize(2).allMatch(Box::isPoint);
        assertThat(box(editor)).isEqualTo(List.of(140L, 70L, 0L, 0L));
        assertThat(editor.captionProperty().get()).isEqualTo("2 points · x 140, y 70");
        drag(robot, editor, 30, 40, 50, 50);
        assertThat(boxes(editor))
                .hasSize(2)
                .first()
                .satisfies(b -> assertThat(b.x()).isBetween(49.0, 51.0));
        robot.type(KeyCode.DELETE);
        assertThat(box(editor)).isEqualTo(List.of(140L, 70L, 0L, 0L));
        robot.clickOn(button(editor, "Undo"));
        robot.clickOn(button(editor, "Undo"));
        assertThat(box(editor)).isEqualTo(List.of(140L, 70L, 0L, 0L));
        assertThat(boxes(editor)).hasSize(2);
        robot.interact(() -> editor.focus().requestFocus());
        robot.type(KeyCode.N);
        assertThat(box(editor)).isEqualTo(List.of(100L, 50L, 0L, 0L));
    }

    @Test
    void whereBothArePickedAPressIsAPointAndADragABox(FxRobot robot) {
        Port port = Port.of("what", "boxes").withOptions(Map.of("pick", "both"));
        Editor<Boxes> editor = editor(robot, port);
        robot.interact(() -> editor.beside(Values.of("photo", PHOTO)));
        drag(robot, editor, 30, 40, 30, 40);
        drag(robot, editor, 100, 20, 160, 80);
        assertThat(boxes(editor)).extracting(Box::isPoint).containsExactly(true, false);
        assertThat(box(editor)).isEqualTo(List.of(100L, 20L, 60L, 60L));
    }

    @Test
    void aSlipOfTheHandDrawsNoBoxAndTheirJsonIsCopiedAndPasted(FxRobot robot) {
        Editor<Boxes> editor = editor(robot, Port.of("where", "boxes"));
        robot.interact(() -> editor.beside(Values.of("photo", PHOTO)));
        drag(robot, editor, 20, 20, 20, 20);
        assertThat(editor.valueProperty().get()).isNull();
        desktop.clipboard =
                Offer.of("{\"boxes\": [{\"x\": 1, \"y\": 2, \"width\": 30, \"height\": 40}]}");
        robot.interact(() -> editor.focus().requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        assertThat(box(editor)).isEqualTo(List.of(1L, 2L, 30L, 40L));
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(desktop.copied).singleElement().asString().contains("\"width\":30");
    }

    @Test
    void aMaskIsPaintedAndErased(FxRobot robot) {
        Editor<Mask> editor = editor(robot, Port.of("hole", "mask"));
        robot.interact(() -> editor.beside(Values.of("photo", PHOTO)));
        drag(robot, editor, 40, 50, 160, 50);
        Mask painted = editor.valueProperty().get();
        assertThat(painted.width()).isEqualTo(200);
        assertThat(painted.height()).isEqualTo(100);
        assertThat(inside(painted, 100, 50)).isTrue();
        assertThat(inside(painted, 100, 54)).isTrue();
        assertThat(inside(painted, 100, 58)).isFalse();
        assertThat(inside(painted, 30, 50)).isFalse();
        SegmentedButton tools = (SegmentedButton) editor.tools().getFirst();
        robot.interact(() -> tools.getButtons().get(1).fire());
        drag(robot, editor, 100, 30, 100, 70);
        assertThat(inside(editor.valueProperty().get(), 100, 50)).isFalse();
        assertThat(inside(editor.valueProperty().get(), 60, 50)).isTrue();
        Mask left = editor.valueProperty().get();
        drag(robot, editor, 40, 50, 160, 50);
        assertThat(editor.valueProperty().get()).as("nothing is left").isNull();
        robot.clickOn(button(editor, "Undo"));
        assertThat(editor.valueProperty().get()).isEqualTo(left);
        robot.clickOn(button(editor, "Undo"));
        assertThat(editor.valueProperty().get()).isEqualTo(painted);
        robot.clickOn(button(editor, "Redo"));
        assertThat(editor.valueProperty().get()).isEqualTo(left);
    }

    @Test
    void aMaskIsPaintedWithTheKeysInTheChosenLabel(FxRobot robot) {
        Port port = Port.of("hole", "mask").withOptions(Map.of("labels", List.of("sky", "sea")));
        Editor<Mask> editor = editor(robot, port);
        robot.interact(() -> editor.beside(Values.of("photo", PHOTO)));
        robot.interact(() -> editor.focus().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(inside(editor.valueProperty().get(), 100, 50)).isTrue();
        int dab = editor.valueProperty().get().segments().getFirst().area().size();
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(editor.valueProperty().get().segments().getFirst().area().size())
                .isGreaterThan(dab);
        assertThat(editor.valueProperty().get().segments())
                .extracting(Mask.Segment::label)
                .containsExactly("sky");
        robot.type(KeyCode.DELETE);
        assertThat(editor.valueProperty().get()).isNull();
    }

    @Test
    void anotherPictureBeginsAnotherMask(FxRobot robot) {
        Editor<Mask> editor = editor(robot, Port.of("hole", "mask"));
        robot.interact(() -> editor.beside(Values.of("photo", PHOTO)));
        drag(robot, editor, 40, 50, 160, 50);
        robot.interact(() -> editor.beside(Values.of("photo", photo(400, 200))));
        drag(robot, editor, 20, 50, 30, 50);
        assertThat(editor.valueProperty().get().width()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "boxes", "mask", "heatmap"})
    void whatCameOutIsLookedAtFromNear(String kind, FxRobot robot) {
        Port port = Port.of("out", kind);
        Viewer<Object> viewer = stand.put(robot, () -> viewer(port));
        Node out = zoomOut(viewer);
        assertThat(out.isDisabled()).isTrue();
        robot.interact(() -> viewer.show(shown(port), Values.of("photo", PHOTO)));
        assertThat(out.isDisabled()).isTrue();
        Zoom zoom = (Zoom) inside(viewer.node(), Zoom.class);
        Region medium = (Region) zoom.getParent();
        robot.interact(medium::requestFocus);
        robot.type(KeyCode.PLUS, 2);
        assertThat(zoom.times()).isEqualTo(2.25);
        assertThat(out.isDisabled()).isFalse();
        Region inside = (Region) zoom.getChildrenUnmodifiable().getFirst();
        double before = inside.getLayoutX();
        Bounds at = medium.localToScreen(medium.getLayoutBounds());
        Point2D middle = new Point2D(at.getCenterX(), at.getCenterY());
        robot.moveTo(middle).press(MouseButton.PRIMARY).moveBy(-40, 0).release(MouseButton.PRIMARY);
        robot.interact(() -> {});
        assertThat(inside.getLayoutX()).isLessThan(before);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        assertThat(zoom.times()).isEqualTo(1);
        robot.press(KeyCode.CONTROL).type(KeyCode.PLUS).release(KeyCode.CONTROL);
        assertThat(zoom.times()).isEqualTo(1.5);
        robot.moveTo(middle).doubleClickOn(MouseButton.PRIMARY);
        assertThat(zoom.times()).isEqualTo(1);
        assertThat(out.isDisabled()).isTrue();
        robot.interact(() -> Event.fireEvent(zoom, notch()));
        assertThat(zoom.times()).isGreaterThan(1);
        robot.interact(() -> viewer.show(null));
        assertThat(out.isDisabled()).isTrue();
    }

    /// A notch of the wheel with Ctrl, which the headless robot turns without.
    private static ScrollEvent notch() {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                50,
                50,
                50,
                50,
                false,
                true,
                false,
                false,
                true,
                false,
                0,
                40,
                0,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private static Object shown(Port port) {
        return port.kind().equals("boxes")
                ? Boxes.of(Box.of("cat", 0.9, 20, 20, 160, 60))
                : port.kind().equals("mask") ? Kinds.of(port).example(port) : PHOTO;
    }

    private static Node inside(Node node, Class<?> type) {
        return node.lookupAll("*").stream().filter(type::isInstance).findFirst().orElseThrow();
    }

    private static Node zoomOut(Viewer<?> viewer) {
        return Stream.concat(viewer.tools().stream(), viewer.node().lookupAll(".button").stream())
                .filter(n -> "Zoom out".equals(n.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private <T> Editor<T> editor(FxRobot robot, Port port) {
        return stand.put(robot, () -> made(port));
    }

    @SuppressWarnings("unchecked")
    private <T> Editor<T> made(Port port) {
        return (Editor<T>) Faces.of(port).editor(port, desktop);
    }

    @SuppressWarnings("unchecked")
    private Viewer<Object> viewer(Port port) {
        return (Viewer<Object>) Faces.of(port).viewer(port, desktop);
    }

    /// Drags from a pixel of the picture to another.
    private static void drag(
            FxRobot robot, Editor<?> editor, double x0, double y0, double x1, double y1) {
        Region pad =
                (Region)
                        editor.node().lookupAll("*").stream()
                                .filter(n -> n instanceof FramePad || isMaskPad(n))
                                .findFirst()
                                .orElseThrow();
        Point2D to = on(pad, x1, y1);
        robot.moveTo(on(pad, x0, y0)).press(MouseButton.PRIMARY);
        robot.moveTo(to).release(MouseButton.PRIMARY);
        robot.interact(() -> {});
    }

    private static boolean isMaskPad(Node node) {
        return node.getStyleClass().contains("mask-pad");
    }

    private static Point2D on(Region pad, double x, double y) {
        Rectangle2D place = PictureView.place(pad, PHOTO.width(), PHOTO.height());
        return pad.localToScreen(
                place.getMinX() + x / PHOTO.width() * place.getWidth(),
                place.getMinY() + y / PHOTO.height() * place.getHeight());
    }

    private static void settle(FxRobot robot) {
        for (int i = 0; i < 20; i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            robot.interact(() -> {});
        }
    }

    private static List<Box> boxes(Editor<Boxes> editor) {
        return editor.valueProperty().get().boxes();
    }

    /// Where the last box is, to the pixel.
    private static List<Long> box(Editor<Boxes> editor) {
        Box last = boxes(editor).getLast();
        return List.of(
                Math.round(last.x()),
                Math.round(last.y()),
                Math.round(last.width()),
                Math.round(last.height()));
    }

    private static boolean inside(Mask mask, int x, int y) {
        return mask.segments().getFirst().area().contains(x, y);
    }

    private static ToggleButton toggle(Editor<?> editor, String text) {
        return editor.tools().stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .filter(t -> text.equals(t.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static Button button(Editor<?> editor, String name) {
        return button(editor.tools(), name);
    }

    private static Button button(List<Node> tools, String name) {
        return tools.stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(b -> name.equals(b.getText()) || name.equals(b.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private static Picture photo(int width, int height) {
        byte[] samples = new byte[width * height * 3];
        for (int i = 0; i < width * height; i++) {
            samples[3 * i] = (byte) (i % width);
            samples[3 * i + 1] = (byte) (i / width);
            samples[3 * i + 2] = (byte) (i % 7 * 30);
        }
        return Picture.of(width, height, 3, samples);
    }
}
