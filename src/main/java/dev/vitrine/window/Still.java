package dev.vitrine.window;

import dev.vitrine.describe.Language;
import dev.vitrine.model.Model;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Outcome.Phase;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// The page of a demo as a picture shows it: the very page of the window, without a window around
/// it, and without anything that differs from run to run. Lives on the FX thread.
public final class Still implements AutoCloseable {
    /// The address in the code to copy: the one the endpoint has where nothing else is asked for.
    private static final URI ADDRESS = URI.create("http://127.0.0.1:7860");

    /// Takes away what only a hand could use, such as scroll bars.
    private static final String STYLE = "still";

    private final DemoViewModel demo;
    private final DemoController controller;
    private final Scene scene;

    /// A page of this size, dressed.
    ///
    /// @param standard the model's defaults, from [#standard(Model)]
    public Still(
            Model model, Values standard, Runner runner, Theme theme, double width, double height) {
        demo = new DemoViewModel(model, standard, runner, FxThread.BACKGROUND);
        controller =
                new DemoController(
                        demo,
                        new Surroundings(
                                new NoDesktop(),
                                new ReadOnlyObjectWrapper<>(ADDRESS),
                                new SimpleObjectProperty<>(Language.CURL),
                                runner,
                                (run, whole) -> {},
                                true));
        Parent view = controller.view();
        view.getStyleClass().add(STYLE);
        scene = new Scene(view, width, height);
        theme.dress(scene);
    }

    /// Takes the page away but for one editor or viewer, which then fills the picture.
    ///
    /// @param port an input or output; the output where both are called so
    public void only(String port) {
        controller
                .field(port)
                .ifPresent(field -> {
                    StackPane alone = new StackPane(field.lift());
                    alone.getStyleClass().addAll(STYLE, "alone");
                    scene.setRoot(alone);
                });
    }

    /// The defaults of a model's inputs; decodes, so ask for it off the FX thread.
    public static Values standard(Model model) {
        return DemoViewModel.standard(model);
    }

    public Scene scene() {
        return scene;
    }

    /// Runs an example where one is asked for, then calls once nothing more changes on the page.
    ///
    /// @param settled gets why the run failed; nothing where it did not
    public void settle(OptionalInt example, Consumer<List<Problem>> settled) {
        if (example.isEmpty()) {
            controller.whenReady(() -> FxThread.whenIdle(() -> settled.accept(List.of())));
            return;
        }
        demo.example(example.getAsInt());
        Subscription[] listening = new Subscription[1];
        listening[0] =
                demo.outcomeProperty()
                        .subscribe((was, now) -> {
                            if (now.phase() == Phase.RESULT || now.phase() == Phase.FAILED) {
                                listening[0].unsubscribe();
                                List<Problem> problems = now.problems();
                                controller.whenReady(
                                        () -> FxThread.whenIdle(() -> settled.accept(problems)));
                            }
                        });
    }

    /// Takes away the card at the end where it has no room, so that a picture shows whole cards.
    public void trim() {
        Parent root = scene.getRoot();
        root.applyCss();
        root.layout();
        Node page = root.lookup(".page");
        if (page != null && page.getBoundsInParent().getMaxY() > scene.getHeight()) {
            root.lookupAll(".more")
                    .forEach(card -> {
                        card.setVisible(false);
                        card.setManaged(false);
                    });
        }
    }

    @Override
    public void close() {
        controller.close();
        demo.close();
    }
}
