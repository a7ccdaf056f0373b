package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;

import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The Signature tab as a hand uses it, on the real digits without their signature.
@ExtendWith(ApplicationExtension.class)
class SignatureTabTest {
    private static final String LABEL = "#word-outputs-scores-label";
    private static final String TOP = "#word-outputs-scores-top";
    private static final String ROW = "#fold-row-outputs-scores";

    @TempDir Path home;

    private final OffFxThread guard = new OffFxThread();
    private final FakeDesktop desktop = new FakeDesktop();
    private final Runner runner = new Runner(2);
    private Catalog catalog;
    private Frame frame;

    @Start
    void start(Stage stage) throws IOException {
        Fonts.load();
        Files.copy(Path.of("models/digits/model.onnx"), home.resolve("lone.onnx"));
        catalog = new Catalog(List.of(home), guard.opener(new OnnxRuntime()));
        catalog.add(guard.model(Functions.of(false, Functions::echo)));
        frame =
                new Frame(
                        new Launch(
                                catalog,
                                runner,
                                guard.endpoint(() -> {}),
                                "ONNX Runtime",
                                Optional.of("lone")),
                        desktop,
                        new SimpleObjectProperty<>(Theme.LIGHT),
                        words -> {});
        Scene scene = frame.scene(1000, 960);
        Theme.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.show();
        frame.start();
    }

    @AfterEach
    void nothingSlowHappenedOnTheFxThread(FxRobot robot) {
        robot.interact(frame::close);
        runner.close();
        catalog.close();
        assertThat(guard.offences).isEmpty();
    }

    @Test
    void aLabelThatIsTypedIsOnTheOutputAndCtrlZTakesItBack(FxRobot robot) throws Exception {
        openTab(robot, ROW);
        type(robot, LABEL, "Reading");
        until(() -> output(robot).contains("Reading"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> output(robot).contains("Scores"));
        assertThat(text(robot, LABEL)).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        until(() -> output(robot).contains("Reading"));
        click(robot, "#signature-revert");
        until(() -> output(robot).contains("Scores"));
        until(() ->
                texts(robot, ".signature")
                        .contains("Guessed. Save it as lone.onnx.signature.yaml to keep it."));
    }

    @Test
    void anotherKindIsAnotherEditorAndWhatCannotBeSaysWhy(FxRobot robot) throws Exception {
        openTab(robot, "#fold-row-inputs-image");
        until(() -> kinds(robot).getItems().size() > 2);
        robot.interact(() -> kinds(robot).requestFocus());
        robot.push(KeyCode.DOWN);
        until(() -> note(robot, "inputs-image-kind").contains("'gallery', which no tensor can be"));
        robot.push(KeyCode.DOWN);
        until(() -> note(robot, "inputs-image-kind").contains("a sound is [samples]"));
        choose(robot, "number");
        until(() -> note(robot, "inputs-image-kind").contains("holds one value"));
        robot.push(KeyCode.TAB);
        until(() -> kinds(robot).getValue().toString().contains("kind=image"));
        assertThat(demo().model().signature().inputs().getFirst().kind()).isEqualTo("image");
        choose(robot, "tensor");
        until(() -> robot.lookup("#port-image .kind-tensor").tryQuery().isPresent());
        assertThat(robot.lookup("#port-image .paper-frame").tryQuery()).isEmpty();
        assertThat(note(robot, "inputs-image-kind")).isEmpty();
        until(() -> texts(robot, "#row-inputs-image").contains("tensor"));
    }

    @Test
    void aWrongBoundIsSaidUnderItsFieldAndTheLastGoodSignatureStays(FxRobot robot)
            throws Exception {
        openTab(robot, ROW);
        type(robot, TOP, "many");
        until(() -> note(robot, "outputs-scores-top").contains("must be a whole number"));
        assertThat(text(robot, TOP)).isEqualTo("many");
        assertThat(disabled(robot, "#signature-save")).isTrue();
        assertThat(demo().model().signature().outputs().getFirst().options())
                .doesNotContainKey("top");
        robot.eraseText(4).write("3");
        until(() -> note(robot, "outputs-scores-top").isEmpty());
        until(() -> demo().model().signature().outputs().getFirst().options().containsKey("top"));
        assertThat(disabled(robot, "#signature-save")).isFalse();
    }

    @Test
    void pastedClassNamesAreInTheAnswerAndTheDrawingStays(FxRobot robot) throws Exception {
        openTab(robot, ROW);
        draw(robot);
        Object drawn = demo().inputsProperty().get().find("image").orElseThrow();
        click(robot, "#run");
        until(() -> demo().outcomeProperty().get().phase() == Outcome.Phase.RESULT);
        desktop.clipboard =
                Offer.of("null\r\neins\r\nzwei\r\ndrei\nvier\nfünf\nsechs\nsieben\nacht\nneun\n");
        robot.interact(() ->
                robot.from(robot.lookup("#row-outputs-scores"))
                        .lookup("Paste")
                        .queryButton()
                        .fire());
        until(() -> output(robot).contains("eins"));
        assertThat(demo().inputsProperty().get().find("image")).contains(drawn);
        robot.interact(() -> robot.lookup(".medium").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(demo().inputsProperty().get().find("image"))
                .as("the editor is the same, its strokes can still be undone")
                .isEmpty();
    }

    @Test
    void whatIsSavedIsThereWhenTheModelIsOpenedAgain(FxRobot robot) throws Exception {
        openTab(robot, ROW);
        type(robot, LABEL, "Reading");
        until(() -> output(robot).contains("Reading"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Path file = home.resolve("lone.onnx.signature.yaml");
        until(() -> texts(robot, ".signature").contains("Saved as lone.onnx.signature.yaml."));
        assertThat(file).content().contains("label: Reading", "# float32[batch, 10]");
        until(() -> texts(robot, ".signature").contains("As lone.onnx.signature.yaml says."));
        assertThat(disabled(robot, "#signature-save")).isTrue();
        try (Catalog again = new Catalog(List.of(home), new OnnxRuntime())) {
            assertThat(again.model("lone").signature().outputs().getFirst().label())
                    .isEqualTo("Reading");
        }
    }

    @Test
    void typingCountsWhenItIsSavedAtOnceAndTheGalleryAndTheWindowSayTheNewName(FxRobot robot)
            throws Exception {
        openTab(robot, "#fold-row-model");
        type(robot, "#word-title", "x");
        robot.eraseText(20).write("Ziffern").push(KeyCode.CONTROL, KeyCode.S);
        until(() -> texts(robot, ".signature").contains("Saved as lone.onnx.signature.yaml."));
        until(() -> texts(robot, ".page-title").contains("Ziffern"));
        until(() -> texts(robot, "#own").contains("Ziffern"));
        until(() -> ((Stage) robot.window(0)).getTitle().equals("Ziffern – Vitrine"));
    }

    @Test
    void classNamesAreReadFromAFileThatIsChosen(FxRobot robot) throws Exception {
        openTab(robot, ROW);
        desktop.answer =
                Optional.of(
                        Files.writeString(home.resolve("n.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n"));
        robot.interact(() ->
                robot.from(robot.lookup("#row-outputs-scores"))
                        .lookup("Open…")
                        .queryButton()
                        .fire());
        until(() ->
                texts(robot, "#row-outputs-scores").contains("10: a, b, c, d, e, f, g, h, i, j"));
        until(() ->
                demo().model()
                        .signature()
                        .outputs()
                        .getFirst()
                        .options()
                        .get("labels")
                        .equals(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")));
    }

    @Test
    void aFolderThatCannotBeWrittenOffersAnotherPlace(FxRobot robot) throws Exception {
        Files.createFile(
                Files.createDirectory(home.resolve(".lone.onnx.signature.yaml.part"))
                        .resolve("full"));
        openTab(robot, ROW);
        click(robot, "#signature-save");
        until(() -> texts(robot, ".signature").toString().contains("cannot be written"));
        desktop.answer = Optional.of(home.resolve("mine.yaml"));
        click(robot, "#signature-save-as");
        until(() -> texts(robot, ".signature").contains("Saved as mine.yaml."));
        assertThat(home.resolve("mine.yaml")).content().contains("kind: label");
    }

    @Test
    void theKeyboardAloneIsEnough(FxRobot robot) throws Exception {
        ready(robot);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> robot.lookup(ROW).tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#tab-signature").query().requestFocus());
        tabTo(robot, "fold-row-outputs-scores");
        robot.push(KeyCode.SPACE);
        tabTo(robot, "word-outputs-scores-label");
        robot.write("Reading").push(KeyCode.ENTER);
        until(() -> output(robot).contains("Reading"));
        assertThat(focused(robot)).as("the field keeps the keyboard").isEqualTo(LABEL.substring(1));
    }

    @Test
    void aPageThatIsLeftIsForgotten(FxRobot robot) throws Exception {
        ready(robot);
        // Without an event, for TestFX remembers each with its target.
        select(robot, "#tab-signature");
        until(() -> robot.lookup(ROW).tryQuery().isPresent());
        select(robot, ROW);
        until(() -> robot.lookup(LABEL).tryQuery().isPresent());
        WeakReference<Node> row = new WeakReference<>(robot.lookup("#row-outputs-scores").query());
        robot.interact(() -> frame.window().open("echo"));
        until(() -> robot.lookup("#port-text").tryQuery().isPresent());
        until(() -> {
            System.gc();
            return row.get() == null;
        });
    }

    private static void ready(FxRobot robot) throws TimeoutException {
        until(() -> robot.lookup("#port-scores").tryQuery().isPresent());
    }

    private static void select(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).queryAs(ToggleButton.class).setSelected(true));
    }

    private static void openTab(FxRobot robot, String fold) throws TimeoutException {
        ready(robot);
        click(robot, "#tab-signature");
        until(() -> robot.lookup(fold).tryQuery().isPresent());
        click(robot, fold);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void tabTo(FxRobot robot, String id) {
        for (int i = 0; i < 60 && !focused(robot).equals(id); i++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(focused(robot)).isEqualTo(id);
    }

    private static String focused(FxRobot robot) {
        return onFx(() -> {
            Node owner = robot.window(0).getScene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    private static void draw(FxRobot robot) throws TimeoutException {
        until(() -> robot.lookup(".paper-frame").query().getBoundsInLocal().getWidth() > 0);
        Node paper = robot.lookup(".paper-frame").query();
        Bounds at = onFx(() -> paper.localToScreen(paper.getBoundsInLocal()));
        robot.moveTo(at.getCenterX(), at.getMinY() + at.getHeight() * 0.2)
                .press(MouseButton.PRIMARY);
        for (double part = 0.25; part <= 0.8; part += 0.05) {
            robot.moveTo(at.getCenterX(), at.getMinY() + at.getHeight() * part);
        }
        robot.release(MouseButton.PRIMARY);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Object> kinds(FxRobot robot) {
        return robot.lookup("#word-inputs-image-kind").queryAs(ComboBox.class);
    }

    private static void choose(FxRobot robot, String kind) {
        robot.interact(() ->
                kinds(robot)
                        .setValue(
                                kinds(robot).getItems().stream()
                                        .filter(f -> f.toString().contains("kind=" + kind + ","))
                                        .findFirst()
                                        .orElseThrow()));
    }

    private DemoViewModel demo() {
        return ((Page.Showing) frame.window().pageProperty().get()).demo();
    }

    private static List<String> output(FxRobot robot) {
        return texts(robot, "#port-scores");
    }

    private static String note(FxRobot robot, String id) {
        return robot.lookup("#wrong-" + id).queryAs(Labeled.class).getText();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(TextInputControl.class).getText();
    }

    private static boolean disabled(FxRobot robot, String query) {
        return robot.lookup(query).query().isDisabled();
    }

    private static void type(FxRobot robot, String query, String words) {
        robot.interact(() -> robot.lookup(query).query().requestFocus());
        robot.write(words);
    }

    private static void click(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).queryAs(ButtonBase.class).fire());
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

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private static void until(Callable<Boolean> so) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(so));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
