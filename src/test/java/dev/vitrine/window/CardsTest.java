package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Places;
import dev.vitrine.run.Runner;
import dev.vitrine.window.CardsViewModel.Choice;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The page of all models under hands: searched, filtered, marked, and with models of one's own
/// brought in, renamed and taken out; by keys alone where a person would want that.
@ExtendWith(ApplicationExtension.class)
class CardsTest {
    private static final Path FINE = Path.of("src/test/resources/trial/fine.onnx");

    @TempDir Path home;

    private final OffFxThread guard = new OffFxThread();
    private final FakeDesktop desktop = new FakeDesktop();
    private final Runner runner = new Runner(2);
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private Catalog catalog;
    private Frame frame;
    private Scene scene;
    private volatile Remembered remembered = Remembered.NOTHING;

    @Start
    void start(Stage stage) throws IOException {
        Fonts.load();
        Properties properties = new Properties();
        properties.put("os.name", "Linux");
        properties.put("user.home", home.toString());
        properties.put("vitrine.home", Path.of("").toAbsolutePath().toString());
        Places places = new Places(properties, Map.of());
        Files.createDirectories(places.own());
        catalog =
                new Catalog(
                        places.gallery(),
                        guard.opener(new OnnxRuntime()),
                        new HuggingFaceTokenizers());
        frame =
                new Frame(
                        new Launch(
                                catalog,
                                runner,
                                guard.endpoint(() -> {}),
                                "ONNX Runtime",
                                Optional.empty()),
                        desktop,
                        new SimpleObjectProperty<>(Theme.LIGHT),
                        notices::add,
                        remembered,
                        change -> remembered = change.apply(remembered),
                        places);
        scene = frame.scene(1000, 700);
        Theme.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.setWidth(1000);
        stage.setHeight(700);
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
    void aNewcomerSeesAllModelsAndOpensOneByItsCard(FxRobot robot) throws Exception {
        until(() -> titles().containsAll(List.of("Digits", "Faces", "Fashion")));
        assertThat(texts(card("Digits")))
                .contains("Draw a digit and see what the network reads.", "image classification")
                .anyMatch(t -> t.endsWith(" · Apache-2.0"));
        assertThat(scene.lookup("#gallery").getParent().isVisible())
                .as("the list beside the page")
                .isFalse();
        robot.clickOn(card("Faces"));
        until(() -> shows("faces"));
        assertThat(scene.lookup("#gallery").getParent().isVisible()).isTrue();
        // and back by the program's name
        robot.clickOn("#brand");
        until(() -> !titles().isEmpty());
        // which knows what was opened
        choose(robot, Choice.RECENT);
        until(() -> titles().equals(List.of("Faces")));
        assertThat(remembered.lately()).containsExactly("faces");
    }

    @Test
    void keysAloneSearchAndOpen(FxRobot robot) throws Exception {
        until(() -> titles().contains("Digits"));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("text class");
        until(() -> titles().equals(List.of("Language", "Spam")));
        assertThat(((Label) scene.lookup("#count")).getText()).isEqualTo("2 models");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.RIGHT);
        assertThat(grid().getAccessibleText())
                .isEqualTo("Models, Spam, text classification, 2 of 2");
        robot.push(KeyCode.ENTER);
        until(() -> shows("spam"));
        assertThat(search()).as("what was searched, where it is found").isEmpty();
        // Enter in the search itself opens the first that it finds
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        until(() -> !titles().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("fashion latent");
        until(() -> titles().equals(List.of("Fashion latent")));
        robot.push(KeyCode.ENTER);
        until(() -> shows("fashion-latent"));
        assertThat(search()).isEmpty();
    }

    private String search() {
        return onFx(() -> ((TextField) scene.lookup("#search")).getText());
    }

    @Test
    void arrowsGoFromCardToCardAndScroll(FxRobot robot) throws Exception {
        until(() -> titles().contains("Digits"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        robot.push(KeyCode.DOWN);
        assertThat(grid().getAccessibleText()).contains("Fashion generator", "4 of ");
        robot.push(KeyCode.END);
        until(() -> titles().contains("Voice"));
        robot.push(KeyCode.HOME);
        until(() -> titles().contains("Digits"));
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.ENTER);
        until(() -> shows("faces"));
    }

    @Test
    void aTaskAndASearchNarrowTogetherAndAreTakenBackTogether(FxRobot robot) throws Exception {
        until(() -> titles().contains("Digits"));
        @SuppressWarnings("unchecked")
        ComboBox<String> task = (ComboBox<String>) scene.lookup("#task");
        robot.interact(task::show);
        until(() -> task.getItems().contains("voice activity detection"));
        robot.interact(() -> {
            task.hide();
            task.setValue("image classification");
        });
        until(() -> titles().equals(List.of("Digits", "Fashion")));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("nothing like it");
        until(() -> titles().isEmpty());
        assertThat(((Label) scene.lookup("#nothing")).isVisible()).isTrue();
        robot.clickOn("Show all models");
        until(() -> titles().contains("Faces"));
        assertThat(task.getValue()).isEqualTo(CardsViewModel.ANY_TASK);
    }

    @Test
    void aFavouriteIsMarkedByKeyAndByStarAndKept(FxRobot robot) throws Exception {
        until(() -> titles().contains("Digits"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        robot.push(KeyCode.F);
        until(() -> remembered.favourites().equals(List.of("digits")));
        robot.interact(() -> ((ButtonBase) card("Faces").lookup(".star")).fire());
        until(() -> remembered.favourites().equals(List.of("digits", "faces")));
        choose(robot, Choice.FAVOURITES);
        until(() -> titles().equals(List.of("Digits", "Faces")));
        robot.interact(() -> grid().requestFocus());
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.F);
        until(() -> titles().equals(List.of("Faces")));
        assertThat(Remembered.of(remembered.json()).favourites()).containsExactly("faces");
    }

    @Test
    void aModelIsBroughtInRenamedShownTakenOutAndPutBack(FxRobot robot) throws Exception {
        until(() -> titles().contains("Digits"));
        drop(Offer.of(List.of(Path.of("README.md"))));
        until(() -> notices.toString().contains("'README.md' is no model"));
        drop(Offer.of(List.of(FINE)));
        until(() -> notices.toString().contains("Added 'fine' to your models"));
        choose(robot, Choice.YOURS);
        until(() -> titles().equals(List.of("Fine")));

        robot.interact(() -> grid().requestFocus());
        robot.push(KeyCode.F2);
        until(() -> scene.getFocusOwner() instanceof TextField);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("My net").push(KeyCode.ENTER);
        until(() -> titles().equals(List.of("My net")));

        robot.interact(() -> menu(robot, "Show its files").fire());
        until(() -> desktop.browsed.toString().contains("My%20net"));

        robot.interact(() -> menu(robot, "Remove").fire());
        until(() -> titles().isEmpty());
        assertThat(home.resolve(".local/share/vitrine/models")).isEmptyDirectory();
        assertThat(texts(scene.lookup("#gone")).toString()).contains("Removed 'My net'");
        robot.clickOn("Put it back");
        until(() -> titles().equals(List.of("My net")));
        robot.interact(() -> grid().requestFocus());
        robot.push(KeyCode.DELETE);
        until(() -> titles().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> titles().equals(List.of("My net")));
        assertThat(scene.lookup("#gone").isVisible()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(titles()).as("after nothing to undo").containsExactly("My net");
    }

    @Test
    void escapeGoesBackStepByStep(FxRobot robot) throws Exception {
        until(() -> titles().contains("Digits"));
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("spam");
        until(() -> titles().equals(List.of("Spam")));
        robot.push(KeyCode.ESCAPE);
        until(() -> titles().contains("Digits") && search().isEmpty());
        robot.push(KeyCode.ESCAPE);
        until(() -> grid().isFocused());
        robot.push(KeyCode.ENTER);
        until(() -> shows("digits"));
        robot.push(KeyCode.ESCAPE);
        until(() -> titles().contains("Digits"));
        assertThat(grid().isFocused()).isTrue();
        // out of a text first, then back
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("spam");
        until(() -> titles().equals(List.of("Spam")));
        robot.push(KeyCode.ENTER);
        until(() -> shows("spam"));
        robot.interact(() -> scene.lookup(".text-area").requestFocus());
        robot.push(KeyCode.ESCAPE);
        assertThat(shows("spam")).isTrue();
        robot.push(KeyCode.ESCAPE);
        until(() -> grid() != null && grid().isFocused());
        assertThat(grid().getAccessibleText())
                .as("the card of the model that was left")
                .contains("Spam");
    }

    @Test
    void aCardSaysWhatIsWrongAndNotWhereItLies(FxRobot robot) throws Exception {
        Path own = home.resolve(".local/share/vitrine/models");
        Path wrong = Files.createDirectories(own.resolve("Wrong words"));
        Files.writeString(wrong.resolve("signature.yaml"), "vitrine: 1\ntitel: Wrong\n");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        choose(robot, Choice.YOURS);
        until(() ->
                titles().equals(List.of("Wrong words"))
                        && texts(card("Wrong words")).contains("cannot be read"));
        assertThat(texts(card("Wrong words")).toString())
                .contains("Wrong words")
                .contains("signature.yaml")
                .doesNotContain(home.toString());
    }

    @Test
    void aModelThatCameWithTheProgramIsNeitherRenamedNorRemoved(FxRobot robot) throws Exception {
        until(() -> titles().contains("Digits"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        robot.push(KeyCode.DELETE);
        robot.push(KeyCode.F2);
        robot.interact(() -> ((Card) card("Digits")).openMenu());
        assertThat(items(robot)).contains("Open", "Show its files").doesNotContain("Remove");
        assertThat(titles()).contains("Digits");
        assertThat(Path.of("models/digits")).exists();
    }

    @Test
    void aBrokenModelIsACardWithItsSentence(FxRobot robot) throws Exception {
        Path broken = home.resolve(".local/share/vitrine/models/Cut off.onnx");
        Files.writeString(broken, "no network");
        try {
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
            choose(robot, Choice.YOURS);
            until(() ->
                    titles().equals(List.of("Cut off.onnx"))
                            && texts(card("Cut off.onnx")).contains("cannot be read"));
            assertThat(texts(card("Cut off.onnx")).toString())
                    .contains("'Cut off.onnx' is no ONNX model but a text file");
            robot.clickOn(card("Cut off.onnx"));
            until(() -> frame.window().pageProperty().get() instanceof Page.Broken);
        } finally {
            Files.delete(broken);
        }
    }

    /// A thousand cost what is on screen.
    @Test
    void ofAThousandOnlyThoseOnScreenExistAndAreRead(FxRobot robot) throws Exception {
        Path own = home.resolve(".local/share/vitrine/models");
        for (int i = 0; i < 1000; i++) {
            Path folder = Files.createDirectories(own.resolve("net %03d".formatted(i)));
            Files.copy(FINE, folder.resolve("net.onnx"));
        }
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        choose(robot, Choice.YOURS);
        until(() -> ((Label) scene.lookup("#count")).getText().equals("1000 models"));
        until(() -> titles().contains("Net 000"));
        assertThat(scene.getRoot().lookupAll(".model-card")).hasSizeLessThan(60);
        assertThat(frame.window()).isNotNull();
        assertThat(read()).isLessThan(60);
        robot.interact(() -> grid().requestFocus());
        robot.push(KeyCode.END);
        until(() -> titles().contains("Net 999"));
        assertThat(scene.getRoot().lookupAll(".model-card")).hasSizeLessThan(60);
        assertThat(read()).isLessThan(120);
    }

    private long read() {
        return onFx(() -> frame.gallery().own().stream().filter(i -> i.face().read()).count());
    }

    private static void choose(FxRobot robot, Choice choice) {
        Node button =
                robot.lookup((Node n) ->
                                n instanceof ButtonBase b && b.getText().equals(choice.title()))
                        .query();
        robot.clickOn(button);
    }

    private void drop(Offer offer) {
        assertThat(onFx(() -> desktop.drop(scene.lookup("#page"), offer))).isTrue();
    }

    private MenuItem menu(FxRobot robot, String words) {
        ((Card) cards().getFirst()).openMenu();
        return open().getItems().stream()
                .filter(i -> words.equals(i.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> items(FxRobot robot) {
        return onFx(() -> open().getItems().stream().map(MenuItem::getText).toList());
    }

    private static ContextMenu open() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private CardGrid grid() {
        return (CardGrid) scene.lookup("#grid");
    }

    private List<Node> cards() {
        return onFx(() ->
                scene.getRoot().lookupAll(".model-card").stream()
                        .filter(Node::isVisible)
                        .filter(card -> grid().isVisible())
                        .sorted(java.util.Comparator.comparing(c -> ((Card) c).index()))
                        .toList());
    }

    private List<String> titles() {
        return cards().stream().map(c -> ((Label) c.lookup(".gallery-title")).getText()).toList();
    }

    private Node card(String title) {
        return cards().stream()
                .filter(c -> ((Label) c.lookup(".gallery-title")).getText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Node node) {
        return onFx(
                () -> node.lookupAll(".label").stream().map(l -> ((Label) l).getText()).toList());
    }

    private boolean shows(String id) {
        return frame.window().pageProperty().get() instanceof Page.Showing(DemoViewModel demo)
                && demo.model().id().equals(id);
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private static void until(Callable<Boolean> so) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(so));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
