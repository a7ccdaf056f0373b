package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// Sharing in the room, in the real window on JavaFX's headless platform.
@ExtendWith(ApplicationExtension.class)
class ShareTest {
    private static final URI LINK = URI.create("http://192.168.7.9:7860/?token=c2VzYW1lLW9wZW4");

    private final OffFxThread guard = new OffFxThread();
    private final FakeDesktop desktop = new FakeDesktop();
    private final FakeRoom room = new FakeRoom();
    private final Runner runner = new Runner(1);
    private final Catalog catalog =
            new Catalog(List.of(Path.of("models")), guard.opener(new OnnxRuntime()));
    private Frame frame;

    @Start
    void start(Stage window) {
        Fonts.load();
        Launch launch =
                new Launch(
                        catalog,
                        runner,
                        new SharedEndpoint(guard.endpoint(() -> {}), room),
                        "ONNX Runtime",
                        Optional.of("digits"));
        frame = new Frame(launch, desktop, new SimpleObjectProperty<>(Theme.LIGHT), words -> {});
        Scene scene = frame.scene(1000, 760);
        Theme.LIGHT.dress(scene);
        window.setScene(scene);
        window.show();
        frame.start();
    }

    @AfterEach
    void nothingSlowHappenedOnTheFxThread(FxRobot robot) {
        robot.interact(frame::close);
        runner.close();
        catalog.close();
        assertThat(guard.offences).isEmpty();
        assertThat(room.onFxThread).isEmpty();
    }

    @Test
    void theCodeThatIsShownHoldsTheLink(FxRobot robot) throws Exception {
        share(robot);
        assertThat(label(robot, ".share #address")).isEqualTo("http://192.168.7.9:7860");
        assertThat(read(robot)).isEqualTo(LINK.toString());
        assertThat(read(QrCode.of(LINK.toString()).picture(3))).isEqualTo(LINK.toString());
        robot.interact(() -> button(robot, "Copy link").fire());
        assertThat(desktop.copied).endsWith(LINK.toString());
    }

    @Test
    void whoIsThereIsShownAndTheStatusLineCountsThem(FxRobot robot) throws Exception {
        share(robot);
        assertThat(robot.lookup(".share #nobody").queryLabeled().isVisible()).isTrue();
        room.guests.add("iPhone · 192.168.7.20");
        room.guests.add("Mac · 192.168.7.21");
        until(() -> robot.lookup(".share #guests").queryAs(ListView.class).getItems().size() == 2);
        assertThat(robot.lookup(".share #nobody").queryLabeled().isVisible()).isFalse();
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> robot.lookup(".share").tryQuery().isEmpty());
        assertThat(room.isOpen).as("putting the sheet away shuts nothing").isTrue();
        assertThat(link(robot).getText()).startsWith("Sharing");
    }

    @Test
    void oneClickStops(FxRobot robot) throws Exception {
        share(robot);
        robot.interact(() -> button(robot, "Stop sharing").fire());
        until(() -> !room.isOpen && robot.lookup(".share #start").queryButton().isVisible());
        until(() -> link(robot).getText().equals("Share in this room…"));
        until(() -> !robot.lookup(".share #start").queryButton().isDisabled());
        robot.interact(() -> robot.lookup(".share #start").queryButton().fire());
        until(() -> room.isOpen);
    }

    @Test
    void theCodeAloneIsLargerAndStillRead(FxRobot robot) throws Exception {
        share(robot);
        double before = side(robot);
        robot.interact(() -> robot.lookup(".share #large").queryAs(ToggleButton.class).fire());
        assertThat(side(robot)).isGreaterThan(1.5 * before);
        assertThat(robot.lookup(".share #words").query().isVisible()).isFalse();
        assertThat(read(robot)).isEqualTo(LINK.toString());
    }

    @Test
    void withoutANetworkItSaysWhatToDo(FxRobot robot) throws Exception {
        room.addresses = List.of();
        robot.interact(() -> link(robot).fire());
        until(() -> robot.lookup(".share #failure").queryLabeled().isVisible());
        assertThat(label(robot, ".share #failure")).contains("join one");
        assertThat(robot.lookup(".share #start").queryButton().isDisabled()).isTrue();
    }

    @Test
    void aDoorThatDoesNotOpenSaysWhyAndCanBeTriedAgain(FxRobot robot) throws Exception {
        room.trouble = "Port 7860 on 192.168.7.9 cannot be used (in use); give another one.";
        robot.interact(() -> link(robot).fire());
        until(() -> !robot.lookup(".share #start").queryButton().isDisabled());
        robot.interact(() -> robot.lookup(".share #start").queryButton().fire());
        until(() -> label(robot, ".share #failure").equals(room.trouble));
        room.trouble = "";
        until(() -> !robot.lookup(".share #start").queryButton().isDisabled());
        robot.interact(() -> robot.lookup(".share #start").queryButton().fire());
        until(() -> room.isOpen);
    }

    @Test
    void theAddressOpensThePageInTheBrowser(FxRobot robot) throws Exception {
        until(() -> link(robot).isVisible());
        Hyperlink address = robot.lookup(".status-address .hyperlink").queryAs(Hyperlink.class);
        robot.interact(address::fire);
        assertThat(desktop.browsed).endsWith(URI.create(address.getText()));
    }

    @Test
    void anotherPageLeavesTheSheetWhereItIs(FxRobot robot) throws Exception {
        share(robot);
        robot.interact(() -> frame.window().open("faces"));
        until(() -> frame.window().settled().equals(Optional.of("faces")));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".share #code").query().isVisible()).isTrue();
    }

    @Test
    void everyControlOfTheSheetHasAName(FxRobot robot) throws Exception {
        share(robot);
        for (Node node : robot.lookup(".share .button, .share .toggle-button").queryAll()) {
            Labeled control = (Labeled) node;
            assertThat(control.getText() + control.getAccessibleText()).doesNotMatch("(null)*");
        }
    }

    private void share(FxRobot robot) throws Exception {
        until(() -> link(robot).isVisible());
        robot.interact(() -> link(robot).fire());
        until(() -> !robot.lookup(".share #start").queryButton().isDisabled());
        robot.interact(() -> robot.lookup(".share #start").queryButton().fire());
        until(() -> robot.lookup(".share #code").queryAs(ImageView.class).getImage() != null);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static double side(FxRobot robot) {
        return robot.lookup(".share #code").queryAs(ImageView.class).getImage().getWidth();
    }

    /// What a phone reads off the screen.
    private static String read(FxRobot robot) throws Exception {
        Node plate = robot.lookup(".share #plate").query();
        return read(FxPictures.picture(robot.capture(plate).getImage()));
    }

    private static String read(Picture picture) throws Exception {
        var source = new RGBLuminanceSource(picture.width(), picture.height(), picture.argb());
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of())
                .getText();
    }

    private static Hyperlink link(FxRobot robot) {
        return robot.lookup("#share").queryAs(Hyperlink.class);
    }

    private static Labeled labeled(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class);
    }

    private static String label(FxRobot robot, String query) {
        return labeled(robot, query).getText();
    }

    private static javafx.scene.control.Button button(FxRobot robot, String text) {
        return robot.lookup(node ->
                        node instanceof javafx.scene.control.Button b && text.equals(b.getText()))
                .queryButton();
    }

    private static void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(so).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// An endpoint that can be shared.
    private record SharedEndpoint(EndpointLink real, RoomLink shared) implements EndpointLink {
        @Override
        public URI start() {
            return real.start();
        }

        @Override
        public long calls() {
            return real.calls();
        }

        @Override
        public Optional<RoomLink> room() {
            return Optional.of(shared);
        }

        @Override
        public void close() {
            real.close();
        }
    }

    /// A room whose door only notes what happens.
    private static final class FakeRoom implements RoomLink {
        final List<String> guests = new CopyOnWriteArrayList<>();
        final List<String> onFxThread = new CopyOnWriteArrayList<>();
        volatile List<String> addresses = List.of("192.168.7.9", "10.0.0.4");
        volatile String trouble = "";
        volatile boolean isOpen;

        @Override
        public List<String> addresses() {
            note("addresses");
            return addresses;
        }

        @Override
        public Door open(String address) {
            note("open");
            if (!trouble.isEmpty()) {
                throw new ProblemException(Fault.SYSTEM, Problem.of("port", trouble));
            }
            isOpen = true;
            return new Door() {
                @Override
                public URI address() {
                    return URI.create("http://192.168.7.9:7860");
                }

                @Override
                public URI link() {
                    return LINK;
                }

                @Override
                public List<String> guests() {
                    note("guests");
                    return List.copyOf(guests);
                }

                @Override
                public void close() {
                    note("close");
                    isOpen = false;
                }
            };
        }

        private void note(String what) {
            if (Platform.isFxApplicationThread()) {
                onFxThread.add(what);
            }
        }
    }
}
