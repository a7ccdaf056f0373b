package dev.vitrine.window;

import dev.vitrine.model.Catalog;
import dev.vitrine.model.OwnModels;
import dev.vitrine.model.Places;

import javafx.scene.Parent;
import javafx.scene.Scene;

import java.util.List;
import java.util.function.Consumer;

/// The page of all models as a picture shows it: without a window around it, and without marks on
/// models, which differ from person to person. Lives on the FX thread.
public final class GalleryStill {
    private static final String STYLE = "still";

    private final GalleryViewModel models;
    private final Scene scene;

    /// A page of this size, dressed.
    public GalleryStill(Catalog catalog, Theme theme, double width, double height) {
        Consumer<Object> nobody = said -> {};
        models =
                new GalleryViewModel(
                        catalog,
                        FxThread.BACKGROUND,
                        path -> true,
                        new Recents(List.of(), FxThread.BACKGROUND, nobody::accept));
        CardsViewModel cards =
                new CardsViewModel(
                        models,
                        new Marks(Remembered.NOTHING, nobody::accept),
                        new OwnModels(Places.here().own(), catalog),
                        FxThread.BACKGROUND,
                        nobody::accept);
        Parent view = new CardsController(cards, nobody::accept, new NoDesktop()).view();
        view.getStyleClass().add(STYLE);
        scene = new Scene(view, width, height);
        theme.dress(scene);
    }

    public Scene scene() {
        return scene;
    }

    /// Reads the models that have room on the page, then calls.
    public void settle(Runnable settled) {
        models.refresh(() -> {
            // cards come into being as they are laid out, and are read from then on
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            FxThread.whenIdle(settled);
        });
    }
}
