package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.label.Label;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.window.Outcome.Phase;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// The whole window on JavaFX's headless platform, with the real digits, a real mouse and keyboard,
/// and a desktop that the test plays.
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private static final Path DIGITS = Path.of("models", "digits");

    @TempDir Path own;

    private final OffFxThread guard = new OffFxThread();
    private final FakeDesktop desktop = new FakeDesktop();
    private final Runner runner = new Runner(2);
    private final Catalog catalog =
            new Catalog(
                    List.of(Path.of("models")),
                    guard.opener(new OnnxRuntime()),
                    new HuggingFaceTokenizers());
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final AtomicBoolean shownFirst = new AtomicBoolean();
    private volatile Remembered remembered;
    private Stage stage;
    private Frame frame;

    @Start
    void start(Stage window) {
        stage = window;
        Fonts.load();
        catalog.add(guard.model(Functions.of(false, this::work)));
        Launch launch =
                new Launch(
                        catalog,
                        runner,
                        guard.endpoint(() -> shownFirst.set(stage.isShowing())),
                        "ONNX Runtime",
                        Optional.of("digits"));
        remembered =
                new Remembered(
                        null,
                        null,
                        "",
                        List.of(
                                new Remembered.Recent(
                                        own.toAbsolutePath().resolve("gone.onnx"), "Gone")));
        frame =
                new Frame(
                        launch,
                        desktop,
                        theme,
                        notices::add,
                        remembered,
                        change -> remembered = change.apply(remembered));
        Scene scene = frame.scene(1000, 760);
        theme.subscribe(now -> now.dress(scene));
        stage.setScene(scene);
        stage.show();
        frame.start();
    }

    private volatile BiFunction<Values, RunContext, Values> function = Functions::echo;

    private Values work(Values in, RunContext context) {
        return function.apply(in, context);
    }

    @AfterEach
    void nothingSlowHappenedOnTheFxThread(FxRobot robot) {
        robot.interact(frame::close);
        runner.close();
        catalog.close();
        assertThat(guard.offences).isEmpty();
    }

    @Test
    void aDigitDrawnWithTheMouseIsReadInTheBars(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#port-image").tryQuery().isPresent());
        until(() -> paper(robot).getBoundsInLocal().getWidth() > 0);
        drawOne(robot, paper(robot));
        until(() -> reading() != null);
        until(() -> reading().label().equals("1"));
        until(() -> texts(robot, "#port-scores").contains("1"));
    }

    @Test
    void anExampleShowsItsReadingAndTheCallThatGivesIt(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#example-3").tryQuery().isPresent());
        click(robot, "#example-3");
        until(() -> reading() != null && reading().label().equals("3"));
        assertThat(texts(robot, ".code-box").toString())
                .contains("digit_3.png", "http://127.0.0.1:12345/models/digits/predict");
    }

    @Test
    void theWindowIsUpBeforeTheEndpointStarts(FxRobot robot) throws Exception {
        until(() -> texts(robot, ".status-bar").contains("http://127.0.0.1:12345"));
        assertThat(shownFirst).isTrue();
        robot.clickOn("API docs");
        assertThat(desktop.browsed)
                .extracting(Object::toString)
                .containsExactly("http://127.0.0.1:12345/docs");
    }

    @Test
    void aRunThatNeverEndsCanBeStoppedByKeyAndByButton(FxRobot robot) throws Exception {
        function = Functions::endless;
        openEcho(robot);
        type(robot, "hi");
        press(robot, KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> texts(robot, "#run").contains("Stop"));
        press(robot, KeyCode.ESCAPE);
        until(() -> demo().outcomeProperty().get().phase() == Phase.STOPPED);
        until(() -> texts(robot, "#run").contains("Run"));

        click(robot, "#run");
        until(() -> texts(robot, "#run").contains("Stop"));
        click(robot, "#run");
        until(() -> demo().outcomeProperty().get().phase() == Phase.STOPPED);
        assertThat(((TextInputControl) field(robot)).getText()).isEqualTo("hi");
    }

    @Test
    void aRunThatFailsSaysSoAndOffersAWayOut(FxRobot robot) throws Exception {
        function = Functions::throwing;
        openEcho(robot);
        type(robot, "hi");
        click(robot, "#run");
        until(() -> texts(robot, "#failure").toString().contains("no such word"));
        function = Functions::echo;
        robot.clickOn("Try again");
        until(() -> demo().outcomeProperty().get().phase() == Phase.RESULT);
    }

    @Test
    void aMissingInputIsSaidUnderItsFieldAndTheFieldTakesTheKeyboard(FxRobot robot)
            throws Exception {
        openEcho(robot);
        click(robot, "#run");
        until(() -> texts(robot, "#note-text").toString().contains("is missing"));
        assertThat(field(robot).isFocused()).isTrue();
        robot.write("hi");
        until(() -> texts(robot, "#note-text").toString().contains("Any words."));
    }

    @Test
    void clearEmptiesTheInputsAndTheAnswer(FxRobot robot) throws Exception {
        openEcho(robot);
        type(robot, "hi");
        click(robot, "#run");
        until(() -> demo().outcomeProperty().get().phase() == Phase.RESULT);
        click(robot, "#clear");
        assertThat(((TextInputControl) field(robot)).getText()).isEmpty();
        assertThat(demo().outcomeProperty().get()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void undoTakesBackTypingInTheFieldAndThenClearAndTheExample(FxRobot robot) throws Exception {
        openEcho(robot);
        click(robot, "#example-2");
        until(() -> demo().exampleProperty().get() == 2);
        click(robot, "#clear");
        type(robot, "mine");
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(((TextInputControl) field(robot)).getText()).isEmpty();
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(input("text")).contains("a long one");
        assertThat(demo().exampleProperty().get()).isEqualTo(2);
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(input("text")).isEmpty();
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(((TextInputControl) field(robot)).getText()).isEqualTo("a long one");
        assertThat(input("count")).contains(3.0);
    }

    @Test
    void undoBringsADrawingBackWithItsStrokes(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#port-image").tryQuery().isPresent());
        until(() -> paper(robot).getBoundsInLocal().getWidth() > 0);
        drawOne(robot, paper(robot));
        until(() -> input("image").isPresent());
        Object drawn = input("image").orElseThrow();
        click(robot, "#example-3");
        until(() -> demo().exampleProperty().get() == 3);
        robot.interact(() -> robot.lookup("#run").query().requestFocus());
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(input("image").orElseThrow()).isSameAs(drawn);
        robot.interact(() -> robot.lookup(".medium").query().requestFocus());
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(input("image")).as("the stroke is undone on its own").isEmpty();
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(input("image")).as("nothing more to undo").isEmpty();
    }

    @Test
    void theKeysAreShownOnASheetThatEscPutsAway(FxRobot robot) throws Exception {
        openEcho(robot);
        robot.interact(() -> field(robot).requestFocus());
        press(robot, KeyCode.F1);
        until(() -> texts(robot, ".help").contains("Run with the inputs as they are"));
        press(robot, KeyCode.ESCAPE);
        until(() -> robot.lookup(".help").tryQuery().isEmpty());
        assertThat(field(robot).isFocused()).isTrue();
    }

    @Test
    void theResultIsCopiedByAKey(FxRobot robot) throws Exception {
        openEcho(robot);
        click(robot, "#example-1");
        until(() -> demo().outcomeProperty().get().phase() == Phase.RESULT);
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        until(() -> desktop.copied.contains("hi hi"));
    }

    @Test
    void aModelDroppedAnywhereOpensAndStandsAmongTheRecentOnes(FxRobot robot) throws Exception {
        Path lone = own.resolve("My digits ü 日本.onnx");
        Files.copy(DIGITS.resolve("model.onnx"), lone);
        drop(robot, Offer.of(List.of(lone)));
        until(() -> title(robot).startsWith("My digits"));
        until(() -> items(robot, "#recent").stream().anyMatch(i -> i.id().equals(lone.toString())));
        until(() -> remembered.recent().getFirst().path().equals(lone));
        assertThat(notices).containsExactly("Opened My digits ü 日本.onnx");
    }

    @Test
    void aRecentModelThatIsGoneIsMarkedAndCanBeTakenOffTheList(FxRobot robot) throws Exception {
        until(() ->
                items(robot, "#recent").stream()
                        .anyMatch(i -> i.face().task().equals("not there any more")));
        robot.interact(() -> {
            ListView<?> list = robot.lookup("#recent").queryAs(ListView.class);
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        until(() -> title(robot).equals("Gone"));
        robot.interact(() -> robot.lookup("#recent").query().requestFocus());
        press(robot, KeyCode.DELETE);
        until(() -> items(robot, "#recent").isEmpty());
        until(() -> remembered.recent().isEmpty());
    }

    @Test
    void aDroppedFileThatIsNoModelIsToldInASentenceWithAWayOn(FxRobot robot) throws Exception {
        Path text = own.resolve("notes.onnx");
        Files.writeString(text, "not a model");
        drop(robot, Offer.of(List.of(text)));
        until(() -> title(robot).equals("notes.onnx"));
        assertThat(texts(robot, ".notice").toString()).contains("Open a model…");
    }

    @Test
    void aPictureDroppedAnywhereGoesToTheInputThatTakesOne(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#port-image").tryQuery().isPresent());
        drop(robot, Offer.of(List.of(DIGITS.resolve("examples/digit_7.png").toAbsolutePath())));
        until(() -> reading() != null && reading().label().equals("7"));
        drop(robot, Offer.of(Picture.of(1, 1, 1, new byte[] {0})));
        until(() -> input("image").map(Object::toString).equals(Optional.of("1 × 1")));
    }

    @Test
    void theSearchNarrowsTheGalleryAndSaysWhereItFindsNothing(FxRobot robot) throws Exception {
        until(() -> listed(robot).containsAll(List.of("digits", "echo")));
        press(robot, KeyCode.CONTROL, KeyCode.K);
        robot.write("ech");
        until(() -> listed(robot).equals(List.of("echo")));
        robot.write("x");
        until(() -> robot.lookup(".nothing").query().isVisible());
        press(robot, KeyCode.ESCAPE);
        until(() -> listed(robot).contains("digits"));
    }

    @Test
    void theThemeButtonTurnsTheWindowDarkAndBack(FxRobot robot) throws Exception {
        click(robot, "#theme");
        assertThat(stage.getScene().getRoot().getStyleClass()).contains("dark");
        click(robot, "#theme");
        assertThat(stage.getScene().getRoot().getStyleClass()).doesNotContain("dark");
    }

    @Test
    void theColumnsStackInANarrowWindow(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#port-scores").tryQuery().isPresent());
        assertThat(top(robot, "#port-scores")).isEqualTo(top(robot, "#port-image"));
        robot.interact(() -> stage.setWidth(700));
        until(() -> top(robot, "#port-scores") > top(robot, "#port-image"));
    }

    private void openEcho(FxRobot robot) throws Exception {
        until(() -> listed(robot).contains("echo"));
        choose(robot, "echo");
        until(() -> robot.lookup("#port-text").tryQuery().isPresent());
    }

    /// A straight stroke down the middle, as most people write a one.
    private static void drawOne(FxRobot robot, Node paper) {
        Bounds at = onFx(() -> paper.localToScreen(paper.getBoundsInLocal()));
        double x = at.getCenterX();
        robot.moveTo(x, at.getMinY() + at.getHeight() * 0.2).press(MouseButton.PRIMARY);
        for (double part = 0.25; part <= 0.8; part += 0.05) {
            robot.moveTo(x, at.getMinY() + at.getHeight() * part);
        }
        robot.release(MouseButton.PRIMARY);
    }

    private static Node paper(FxRobot robot) {
        return robot.lookup(".paper-frame").query();
    }

    private DemoViewModel demo() {
        return ((Page.Showing) frame.window().pageProperty().get()).demo();
    }

    private Optional<Object> input(String port) {
        return demo().inputsProperty().get().find(port);
    }

    private @Nullable Label reading() {
        return frame.window().pageProperty().get() instanceof Page.Showing(DemoViewModel demo)
                        && demo.outcomeProperty().get().phase() == Phase.RESULT
                ? (Label) demo.outcomeProperty().get().outputs().find("scores").orElse(null)
                : null;
    }

    private static Node field(FxRobot robot) {
        return robot.lookup("#port-text .text-input").query();
    }

    private static void type(FxRobot robot, String words) {
        robot.interact(() -> field(robot).requestFocus());
        robot.write(words);
    }

    /// Presses keys together and lets them go in the opposite order.
    private static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
    }

    private static void click(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).queryAs(ButtonBase.class).fire());
    }

    private void drop(FxRobot robot, Offer offer) {
        assertThat(onFx(() -> desktop.drop(robot.lookup("#stage").query(), offer))).isTrue();
    }

    private static String title(FxRobot robot) {
        return robot.lookup(".page-title")
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    private static double top(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot
                .from(robot.lookup(query))
                .lookup((Node node) -> node instanceof Labeled && node.isVisible())
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .toList();
    }

    private static List<String> listed(FxRobot robot) {
        return Stream.of("#gallery", "#own")
                .flatMap(list -> items(robot, list).stream())
                .map(GalleryItem::id)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<GalleryItem> items(FxRobot robot, String list) {
        return List.copyOf(robot.lookup(list).queryAs(ListView.class).getItems());
    }

    private static void choose(FxRobot robot, String id) {
        for (String list : List.of("#gallery", "#own")) {
            List<GalleryItem> items = items(robot, list);
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).id().equals(id)) {
                    int row = i;
                    robot.interact(() ->
                            robot.lookup(list)
                                    .queryAs(ListView.class)
                                    .getSelectionModel()
                                    .select(row));
                }
            }
        }
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private static void until(Callable<Boolean> so) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(so));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
