package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The whole window as a test opens it, with real models and a desktop of its own; nothing slow may
/// happen on its FX thread.
final class WholeWindow {
    final FakeDesktop desktop = new FakeDesktop();
    final Runner runner = new Runner(2);
    final Catalog catalog;

    private final OffFxThread guard = new OffFxThread();
    private Frame frame;
    private Scene scene;

    /// @param folders where its gallery is
    WholeWindow(Path... folders) {
        catalog =
                new Catalog(
                        List.of(folders),
                        guard.opener(new OnnxRuntime()),
                        new HuggingFaceTokenizers());
    }

    /// Shows the page of a model.
    void open(Stage stage, String model) {
        Fonts.load();
        Launch launch =
                new Launch(
                        catalog,
                        runner,
                        guard.endpoint(() -> {}),
                        "ONNX Runtime",
                        Optional.of(model));
        ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
        frame = new Frame(launch, desktop, theme, words -> {});
        scene = frame.scene(1000, 760);
        theme.subscribe(now -> now.dress(scene));
        stage.setScene(scene);
        stage.show();
        frame.start();
    }

    void close(FxRobot robot) {
        robot.interact(frame::close);
        runner.close();
        catalog.close();
        assertThat(guard.offences).isEmpty();
    }

    /// Shows the page of another model.
    void show(String model) {
        frame.window().open(model);
    }

    Scene scene() {
        return scene;
    }

    /// The page that is shown; nothing while there is none yet.
    Optional<DemoViewModel> page() {
        return frame.window().pageProperty().get() instanceof Page.Showing(DemoViewModel demo)
                ? Optional.of(demo)
                : Optional.empty();
    }

    DemoViewModel demo() {
        return page().orElseThrow();
    }

    /// Waits until something is so, as the FX thread sees it.
    static void until(Callable<Boolean> so) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, so));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
