package dev.vitrine.window;

import dev.vitrine.describe.Language;
import dev.vitrine.model.OwnModels;
import dev.vitrine.model.Places;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Everything inside the window, put together: view models, controllers and the scene.
final class Frame implements AutoCloseable {
    /// What code to copy names until the endpoint has an address.
    private static final URI UNTIL_STARTED = URI.create("http://127.0.0.1:7860");

    private final Launch launch;
    private final Remembered last;
    private final GalleryViewModel gallery;
    private final WindowViewModel window;
    private final StatusViewModel status;
    private final StatusController statusLine;
    private final WindowController controller;
    private final GalleryController list;
    private final Watchdog watchdog = new Watchdog();

    /// @param look the theme; the window has a button that changes it
    /// @param notice tells the person something in passing
    Frame(Launch launch, Desktop desktop, ObjectProperty<Theme> look, Consumer<String> notice) {
        this(launch, desktop, look, notice, Remembered.NOTHING, change -> {});
    }

    /// @param last what is known from the last time
    /// @param keep changes what is remembered, in the background
    Frame(
            Launch launch,
            Desktop desktop,
            ObjectProperty<Theme> look,
            Consumer<String> notice,
            Remembered last,
            Consumer<UnaryOperator<Remembered>> keep) {
        this(launch, desktop, look, notice, last, keep, Places.here());
    }

    /// @param places where models are
    Frame(
            Launch launch,
            Desktop desktop,
            ObjectProperty<Theme> look,
            Consumer<String> notice,
            Remembered last,
            Consumer<UnaryOperator<Remembered>> keep,
            Places places) {
        this.launch = launch;
        this.last = last;
        Background background = FxThread.BACKGROUND;
        Optional<Path> installed = places.installed().map(Path::toAbsolutePath);
        gallery =
                new GalleryViewModel(
                        launch.catalog(),
                        background,
                        path -> installed.filter(path.toAbsolutePath()::startsWith).isPresent(),
                        new Recents(last.recent(), background, keep));
        window =
                new WindowViewModel(
                        launch.catalog(),
                        launch.runner(),
                        background,
                        gallery,
                        places.own(),
                        notice);
        status = new StatusViewModel(launch.endpoint(), background);
        Optional<ShareViewModel> share =
                launch.endpoint().room().map(room -> new ShareViewModel(room, background));
        statusLine =
                new StatusController(
                        status,
                        launch.engine(),
                        desktop,
                        () -> controller().showCalls(),
                        share,
                        () -> controller().toggleShare());
        ObservableValue<URI> address =
                status.endpointProperty().map(e -> e.address().orElse(UNTIL_STARTED));
        Surroundings around =
                new Surroundings(
                        desktop,
                        address,
                        new SimpleObjectProperty<>(Language.CURL),
                        launch.runner(),
                        window::reopen,
                        false);
        CardsViewModel cards =
                new CardsViewModel(
                        gallery,
                        new Marks(last, keep),
                        new OwnModels(places.own(), launch.catalog()),
                        background,
                        notice);
        controller = new WindowController(window, gallery, cards, look, around, share);
        list =
                new GalleryController(
                        gallery, window::show, window::open, controller::chooseModel, desktop);
        status.endpointProperty()
                .subscribe(now -> {
                    if (!now.failure().isEmpty()) {
                        notice.accept(now.failure());
                    }
                });
    }

    /// The scene, not yet dressed in a theme.
    Scene scene(double width, double height) {
        // a room around the window's own root, for what covers all of it
        StackPane root = new StackPane(Fxml.load("window.fxml", controller, list, statusLine));
        Scene scene = new Scene(root, width, height);
        scene.windowProperty().subscribe(this::title);
        return scene;
    }

    private WindowController controller() {
        return controller;
    }

    GalleryViewModel gallery() {
        return gallery;
    }

    WindowViewModel window() {
        return window;
    }

    /// Begins what takes time: lists the models, opens the first, starts the endpoint.
    void start() {
        watchFromFirstPage();
        controller.focus();
        launch.open().ifPresentOrElse(window::open, () -> window.resume(last.model()));
        gallery.refresh(() -> {});
        status.start();
        statusLine.start();
    }

    @Override
    public void close() {
        watchdog.close();
        statusLine.stop();
        controller.close();
        window.close();
    }

    /// The first page is built from classes and style sheets that are not loaded yet.
    private void watchFromFirstPage() {
        Subscription[] waiting = {Subscription.EMPTY};
        waiting[0] =
                window.pageProperty()
                        .subscribe((was, page) -> {
                            if (page instanceof Page.Showing
                                    || page instanceof Page.Broken
                                    || page instanceof Page.Gallery) {
                                waiting[0].unsubscribe();
                                // Twice, so that the page has been drawn.
                                FxThread.later(() -> FxThread.later(watchdog::start));
                            }
                        });
    }

    private static ObservableValue<String> title(Page page) {
        return page instanceof Page.Showing(DemoViewModel demo)
                ? demo.modelProperty().map(model -> model.signature().title() + " – Vitrine")
                : new SimpleStringProperty("Vitrine");
    }

    private void title(Window of) {
        if (of instanceof Stage stage) {
            window.pageProperty().flatMap(Frame::title).subscribe(title -> stage.setTitle(title));
        }
    }
}
