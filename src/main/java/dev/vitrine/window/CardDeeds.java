package dev.vitrine.window;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// What can be done with a model by its card: by its menu, and by keys.
///
/// @param open shows a model
record CardDeeds(CardsViewModel cards, Consumer<GalleryItem> open, Desktop desktop) {
    /// The menu of a card.
    ///
    /// @param rename lets its title be typed
    ContextMenu menu(GalleryItem item, Runnable rename) {
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        entry("Open", () -> open.accept(item)),
                        entry(
                                cards.isFavourite(item)
                                        ? "Take off the favourites"
                                        : "Add to the favourites",
                                () -> cards.toggleFavourite(item)));
        item.home()
                .ifPresent(
                        home -> menu.getItems().add(entry("Show its files", () -> reveal(home))));
        if (cards.isOwn(item)) {
            menu.getItems()
                    .addAll(
                            new SeparatorMenuItem(),
                            entry("Rename…", rename),
                            entry("Remove", () -> cards.remove(item)));
        }
        return menu;
    }

    /// Does what a key means on a card; says whether it means anything.
    boolean key(KeyEvent event, GalleryItem item, Runnable rename) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER || code == KeyCode.SPACE) {
            open.accept(item);
        } else if (code == KeyCode.F) {
            cards.toggleFavourite(item);
        } else if (code == KeyCode.F2 && cards.isOwn(item)) {
            rename.run();
        } else if (code == KeyCode.DELETE && cards.isOwn(item)) {
            cards.remove(item);
        } else {
            return false;
        }
        return true;
    }

    /// Shows a folder, or the folder of a file, in the system's file manager.
    private void reveal(Path home) {
        FxThread.background(
                () -> Files.isDirectory(home) ? home : home.toAbsolutePath().getParent(),
                folder -> desktop.browse(folder.toUri()),
                why -> {});
    }

    private static MenuItem entry(String words, Runnable deed) {
        MenuItem entry = new MenuItem(words);
        entry.setMnemonicParsing(false);
        entry.setOnAction(e -> deed.run());
        return entry;
    }
}
