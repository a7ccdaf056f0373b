package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.model.Catalog;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.OutputLayout;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Outcome.Phase;

import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// A page laid out as its signature says: inputs in groups and folded away, outputs under each
/// other, under tabs or side by side.
@ExtendWith(ApplicationExtension.class)
class LayoutTest {
    private final Runner runner = new Runner(2);
    private final Catalog catalog =
            new Catalog(
                    List.of(),
                    file -> {
                        throw new AssertionError("Nothing here opens " + file);
                    });
    private Frame frame;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Fonts.load();
        for (OutputLayout layout : OutputLayout.values()) {
            catalog.add(model(layout));
        }
        Launch launch =
                new Launch(
                        catalog,
                        runner,
                        new OffFxThread().endpoint(() -> {}),
                        "ONNX Runtime",
                        Optional.of("tabs"));
        frame =
                new Frame(
                        launch,
                        new FakeDesktop(),
                        new SimpleObjectProperty<>(Theme.LIGHT),
                        words -> {});
        scene = frame.scene(1280, 760);
        Theme.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.setWidth(1280);
        stage.show();
        frame.start();
    }

    /// 40 inputs, of which the first are in two groups and the last folded away.
    static FunctionModel model(OutputLayout layout) {
        List<Port> inputs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Port port =
                    Port.of("n" + i, "number")
                            .withLabel("Measure " + (i + 1))
                            .withLimits(Limits.between(0, 10))
                            .withDefault(5L);
            inputs.add(
                    i >= 12 ? port.withAdvanced(true) : port.withGroup(i < 6 ? "Size" : "Colour"));
        }
        List<Port> outputs =
                List.of(
                        Port.of("sum", "number"),
                        Port.of("mean", "number"),
                        Port.of("words", "text"));
        Signature signature =
                new Signature(
                        "Forty",
                        "Adds what it is given.",
                        "other",
                        Map.of(),
                        inputs,
                        outputs,
                        IntStream.rangeClosed(1, 20)
                                .mapToObj(i -> new Example("Example " + i, Map.of(), Map.of(), 0))
                                .toList(),
                        false,
                        "",
                        "",
                        layout);
        return new FunctionModel(
                layout.word(),
                signature,
                (in, context) -> {
                    double sum = in.byName().values().stream().mapToDouble(v -> (Double) v).sum();
                    return Values.of("sum", sum).with("mean", sum / 40).with("words", "so many");
                });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(frame::close);
        runner.close();
        catalog.close();
    }

    @Test
    void tabsShowOneOutputAtATime(FxRobot robot) throws Exception {
        run(robot);
        until(() -> shown("#port-sum") && !shown("#port-mean") && !shown("#port-words"));
        robot.clickOn("Mean");
        until(() -> shown("#port-mean") && !shown("#port-sum"));
        // the next answer stays under the tab that was chosen
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> demo().outcomeProperty().get().phase() == Phase.RESULT);
        assertThat(shown("#port-mean")).isTrue();
        assertThat(shown("#port-sum")).isFalse();
    }

    @Test
    void columnsStandSideBySideBelowTheInputs(FxRobot robot) throws Exception {
        robot.interact(() -> frame.window().open("columns"));
        run(robot);
        until(() -> shown("#port-words"));
        assertThat(at("#port-sum").getMinY()).isGreaterThan(at("#inputCard").getMaxY());
        assertThat(at("#port-mean").getMinY()).isEqualTo(at("#port-sum").getMinY());
        assertThat(at("#port-mean").getMinX()).isGreaterThan(at("#port-sum").getMaxX());
        assertThat(at("#port-words").getMinX()).isGreaterThan(at("#port-mean").getMaxX());
    }

    @Test
    void aStackStandsBesideTheInputs(FxRobot robot) throws Exception {
        robot.interact(() -> frame.window().open("stack"));
        run(robot);
        until(() -> shown("#port-words"));
        assertThat(at("#port-sum").getMinX()).isGreaterThan(at("#inputCard").getMaxX());
        assertThat(at("#port-mean").getMinY()).isGreaterThan(at("#port-sum").getMinY());
    }

    @Test
    void whatIsFoldedAwayComesForwardWhereItIsWrong(FxRobot robot) throws Exception {
        until(() -> scene.lookup("#port-n0") != null);
        assertThat(scene.getRoot().lookupAll(".section").stream().map(LayoutTest::text))
                .contains("Size", "Colour");
        assertThat(((ToggleButton) scene.lookup(".fold")).isSelected()).isFalse();
        robot.interact(() -> demo().put("n30", null));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        robot.interact(() -> demo().put("n30", 99.0));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> ((ToggleButton) scene.lookup(".fold")).isSelected());
        assertThat(text(scene.lookup("#note-n30"))).contains("10");
    }

    @Test
    void runStaysInSightHoweverManyInputsStandOverIt(FxRobot robot) throws Exception {
        until(() -> scene.lookup("#port-n0") != null);
        unfold(robot);
        until(() -> isInWindow("#run") && at("#run").getMaxY() < at("#port-n39").getMinY());
        robot.clickOn("#run");
        until(() -> demo().outcomeProperty().get().phase() == Phase.RESULT);
    }

    @Test
    void theBarLiesUnderTheInputsAgainOnceTheyAreScrolledThrough(FxRobot robot) throws Exception {
        until(() -> scene.lookup("#port-n0") != null);
        unfold(robot);
        robot.interact(() -> page().setVvalue(1));
        until(() -> at("#run").getMinY() > at("#inputCard").getMaxY());
    }

    @Test
    void aFieldThatGetsTheFocusIsScrolledClearOfTheBar(FxRobot robot) throws Exception {
        until(() -> scene.lookup("#port-n0") != null);
        unfold(robot);
        robot.clickOn("#port-n0 .text-field");
        for (int i = 1; i < 40; i++) {
            robot.push(KeyCode.TAB);
            until(this::isFocusClear);
        }
        assertThat(page().getVvalue()).isPositive();
        robot.interact(() -> page().setVvalue(1));
        robot.interact(() -> demo().put("n1", 99.0));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> isInWindow("#port-n1"));
    }

    private boolean isFocusClear() {
        Node focused = scene.getFocusOwner();
        Bounds at = focused.localToScene(focused.getLayoutBounds());
        return at.getMinY() >= 0 && at.getMaxY() <= at("#actions").getMinY();
    }

    @Test
    void theBarAfloatShowsOneRowOfExamplesAndTheOthersWhenTheyGetTheFocus(FxRobot robot)
            throws Exception {
        until(() -> scene.lookup("#port-n0") != null);
        unfold(robot);
        until(() -> at("#example-20").getMinY() > at("#example-1").getMaxY());
        until(() -> isInWindow("#example-1") && isInWindow("#run") && !isInWindow("#example-20"));
        robot.interact(() -> scene.lookup("#example-20").requestFocus());
        until(() -> isInWindow("#example-20") && isInWindow("#run"));
    }

    private void unfold(FxRobot robot) {
        robot.interact(() -> ((ToggleButton) scene.lookup(".fold")).setSelected(true));
    }

    private ScrollPane page() {
        return (ScrollPane) scene.lookup("#scroll");
    }

    private boolean isInWindow(String query) {
        return at(query).getMinY() >= 0 && at(query).getMaxY() <= scene.getHeight();
    }

    private void run(FxRobot robot) throws Exception {
        until(() -> frame.window().pageProperty().get() instanceof Page.Showing);
        until(() -> scene.lookup("#port-n0") != null);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> demo().outcomeProperty().get().phase() == Phase.RESULT);
    }

    private boolean shown(String query) {
        Node node = scene.lookup(query);
        return node != null && node.isVisible() && node.isManaged();
    }

    private Bounds at(String query) {
        return onFx(() -> {
            Node node = scene.lookup(query);
            return node.localToScene(node.getLayoutBounds());
        });
    }

    private DemoViewModel demo() {
        return ((Page.Showing) frame.window().pageProperty().get()).demo();
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private static void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(so));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(Node label) {
        return ((Labeled) label).getText();
    }
}
