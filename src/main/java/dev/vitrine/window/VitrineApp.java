package dev.vitrine.window;

import dev.vitrine.model.Places;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The window's program: builds the window, shows it, and only then starts what takes time.
public final class VitrineApp extends Application {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 640;
    private static final double LEAST_HEIGHT = 480;

    private static @Nullable Launch handedOver;
    private static volatile Runnable farewell = () -> {};

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final Memo memo = new Memo(Places.here().data().resolve("window.json"));
    private Remembered last = Remembered.NOTHING;
    private @Nullable Theme chosen;
    private @Nullable Standing standing;
    private @Nullable Frame frame;
    private final Keeping keeping = new Keeping(this::state, this::keep);

    /// Shows the window and blocks until it is closed, the endpoint with it. Once per process, as
    /// JavaFX has it.
    public static void show(Launch launch) {
        handedOver = launch;
        try {
            Application.launch(VitrineApp.class);
        } finally {
            launch.endpoint().close();
            // Off the FX thread, which has ended by now.
            farewell.run();
        }
    }

    @Override
    public void init() {
        Fonts.load();
        last = memo.read();
    }

    @Override
    public void start(Stage stage) {
        Launch launch = Objects.requireNonNull(handedOver, "show() was not called");
        followSystemUntilChosen();
        FxDesktop desktop = new FxDesktop(() -> stage, getHostServices());
        Frame built =
                new Frame(launch, desktop, theme, words -> tell(stage, words), last, this::keep);
        frame = built;
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene =
                built.scene(
                        Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        theme.subscribe(now -> {
            // Tooltips, menus and notifications are windows of their own.
            setUserAgentStylesheet(now.stylesheet());
            now.dress(scene);
        });
        stage.setTitle("Vitrine");
        icon(stage);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        Standing held = new Standing(stage, keeping::soon);
        standing = held;
        held.restore(last.place());
        theme.subscribe((was, now) -> keeping.soon());
        built.window().pageProperty().subscribe((was, now) -> keeping.soon());
        stage.show();
        // After the first pulse, so that the window is on screen before anything else is asked for.
        FxThread.later(() -> {
            built.start();
            if (!memo.complaint().isEmpty()) {
                tell(stage, memo.complaint());
            }
        });
    }

    /// The theme is the system's until somebody presses the button, and theirs from then on.
    private void followSystemUntilChosen() {
        chosen = last.theme();
        var system = Platform.getPreferences().colorSchemeProperty();
        theme.set(chosen != null ? chosen : Theme.of(system.get()));
        boolean[] following = {false};
        system.subscribe((was, now) -> {
            if (chosen == null) {
                following[0] = true;
                theme.set(Theme.of(now));
                following[0] = false;
            }
        });
        theme.subscribe((was, now) -> {
            if (!following[0]) {
                chosen = now;
            }
        });
    }

    @Override
    public void stop() {
        if (frame != null && standing != null) {
            UnaryOperator<Remembered> end = state();
            keeping.stop();
            farewell = () -> memo.change(end);
            frame.close();
        }
    }

    /// How the window is now; while a model is being read the one before it stays remembered.
    private UnaryOperator<Remembered> state() {
        Optional<String> model =
                Optional.ofNullable(frame).map(Frame::window).flatMap(WindowViewModel::settled);
        Theme theirs = chosen;
        Place place = standing == null ? null : standing.now();
        return r -> {
            Remembered after = model.map(r::withModel).orElse(r).withTheme(theirs);
            return place == null ? after : after.withPlace(place);
        };
    }

    private void keep(UnaryOperator<Remembered> change) {
        FxThread.background(
                () -> {
                    memo.change(change);
                    return true;
                },
                done -> {},
                why -> {});
    }

    private static void tell(Stage stage, String words) {
        if (stage.isShowing()) {
            Notifications.create().owner(stage).text(words).hideCloseButton().show();
        }
    }

    private static void icon(Stage stage) {
        for (String size : new String[] {"32", "128"}) {
            stage.getIcons()
                    .add(
                            new Image(
                                    Objects.requireNonNull(
                                                    VitrineApp.class.getResource(
                                                            "icon-" + size + ".png"))
                                            .toExternalForm(),
                                    true));
        }
    }
}
