package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;

import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The Tab key goes through the page of every gallery model the way an eye does, and everything it
/// stops at says what it is.
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {
    /// The parts of the window in the order in which one reads them.
    private static final List<String> PARTS =
            List.of(
                    ".header",
                    ".gallery",
                    "#inputCard",
                    ".output-card",
                    ".examples",
                    ".buttons",
                    ".more",
                    ".status-bar");

    private static final int MOST = 150;

    private final Runner runner = new Runner(2);
    private final Catalog catalog =
            new Catalog(List.of(Path.of("models")), new OnnxRuntime(), new HuggingFaceTokenizers());
    private final OffFxThread guard = new OffFxThread();
    private Scene scene;
    private Frame frame;

    @Start
    void start(Stage stage) {
        Fonts.load();
        frame =
                new Frame(
                        new Launch(
                                catalog,
                                runner,
                                guard.endpoint(() -> {}),
                                "ONNX Runtime",
                                Optional.of("digits")),
                        new FakeDesktop(),
                        new SimpleObjectProperty<>(Theme.LIGHT),
                        words -> {});
        scene = frame.scene(1000, 960);
        Theme.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.show();
        frame.start();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(frame::close);
        runner.close();
        catalog.close();
    }

    @Test
    void tabGoesThroughEveryPageAsAnEyeDoesAndStopsAtNothingNameless(FxRobot robot)
            throws Exception {
        for (Catalog.Entry entry : catalog.entries()) {
            robot.interact(() -> frame.window().open(entry.id()));
            until(() ->
                    frame.window().pageProperty().get() instanceof Page.Showing(DemoViewModel demo)
                            && demo.model().id().equals(entry.id()));
            robot.interact(
                    () -> ((Page.Showing) frame.window().pageProperty().get()).demo().example(1));
            WaitForAsyncUtils.waitForFxEvents();
            List<Node> stops = walk(robot);
            assertThat(stops.stream().map(KeyboardTest::part).distinct())
                    .as("parts of %s", entry.id())
                    .contains(0, 1, 2, 4, 5, 6, 7)
                    .isSorted();
            for (int i = 1; i < stops.size(); i++) {
                Node before = stops.get(i - 1);
                Node now = stops.get(i);
                assertThat(onFx(() -> follows(before, now)))
                        .as("%s after %s on the page of %s", now, before, entry.id())
                        .isTrue();
            }
            assertThat(stops.stream().filter(node -> !onFx(() -> isNamed(node))))
                    .as("nameless on the page of %s", entry.id())
                    .isEmpty();
        }
    }

    private List<Node> walk(FxRobot robot) {
        robot.interact(() -> scene.lookup("#search").requestFocus());
        Node first = scene.getFocusOwner();
        List<Node> stops = new ArrayList<>(List.of(first));
        for (int i = 0; i < MOST; i++) {
            robot.push(KeyCode.TAB);
            Node now = onFx(scene::getFocusOwner);
            if (now == first) {
                return stops;
            }
            stops.add(now);
        }
        throw new AssertionError("Tab does not come round: " + stops);
    }

    private static int part(Node node) {
        for (int i = 0; i < PARTS.size(); i++) {
            if (within(node, PARTS.get(i)).isPresent()) {
                return i;
            }
        }
        throw new AssertionError(node + " stands in no part of the window");
    }

    /// Within one part a stop lies under the one before it, or to its right; a field is done before
    /// the next begins.
    private static boolean follows(Node before, Node now) {
        if (part(before) != part(now)) {
            return true;
        }
        Node from = within(before, ".field").orElse(before);
        Node to = within(now, ".field").orElse(now);
        Bounds a = bounds(from == to ? before : from);
        Bounds b = bounds(from == to ? now : to);
        return b.getMinY() >= a.getMaxY() - 4
                || b.getMaxY() > a.getMinY() && b.getMinX() >= a.getMinX();
    }

    private static Optional<Node> within(Node node, String query) {
        return Stream.iterate(node, n -> n != null, Node::getParent)
                .filter(n ->
                        query.startsWith("#")
                                ? query.substring(1).equals(n.getId())
                                : n.getStyleClass().contains(query.substring(1)))
                .findFirst();
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private boolean isNamed(Node node) {
        String own = node.getAccessibleText();
        return own != null && !own.isBlank()
                || node instanceof Labeled labeled && !labeled.getText().isBlank()
                || scene.getRoot().lookupAll(".label").stream()
                        .anyMatch(l -> l instanceof Label label && label.getLabelFor() == node);
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private static void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(so));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
