package dev.vitrine.window;

import dev.vitrine.window.Remembered.Recent;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The models that were opened from outside the gallery, now and in earlier sessions.
///
/// Those of earlier sessions are not read until somebody opens them again: only whether they are
/// still there is looked up.
final class Recents {
    private final Background background;
    private final Consumer<UnaryOperator<Remembered>> keep;
    private final ObservableList<GalleryItem> items = FXCollections.observableArrayList();
    private final FilteredList<GalleryItem> shown = new FilteredList<>(items);

    /// @param first those of earlier sessions
    /// @param keep changes what is remembered, in its own time
    Recents(List<Recent> first, Background background, Consumer<UnaryOperator<Remembered>> keep) {
        this.background = background;
        this.keep = keep;
        first.forEach(r -> items.add(GalleryItem.recent(r.path(), r.title())));
    }

    /// Those that the search finds, the one opened last first.
    ObservableList<GalleryItem> shown() {
        return shown;
    }

    /// All of them, the one opened last first.
    ObservableList<GalleryItem> all() {
        return items;
    }

    void search(Predicate<GalleryItem> found) {
        shown.setPredicate(found);
    }

    /// Puts a model that has been opened at the top.
    GalleryItem opened(Path path, String title) {
        Path whole = path.toAbsolutePath().normalize();
        GalleryItem item =
                items.stream()
                        .filter(i -> i.path().equals(Optional.of(whole)))
                        .findFirst()
                        .orElseGet(() -> GalleryItem.recent(whole, title));
        if (!items.contains(item)) {
            items.addFirst(item);
            if (items.size() > Remembered.MOST) {
                items.removeLast();
            }
        }
        keep.accept(r -> r.opened(new Recent(whole, title)));
        return item;
    }

    /// Takes one off the list; the model itself stays where it is.
    void forget(GalleryItem item) {
        items.remove(item);
        item.path().ifPresent(path -> keep.accept(r -> r.without(path)));
    }

    /// Looks up which are still there.
    void check() {
        for (GalleryItem item : List.copyOf(items)) {
            item.path()
                    .ifPresent(path ->
                            background.work(() -> Files.exists(path), item::isThere, why -> {}));
        }
    }
}
