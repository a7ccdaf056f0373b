package dev.vitrine.window;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Which models somebody marked as favourites, and which were opened lately, by what the gallery
/// calls them.
final class Marks {
    /// Models that are remembered as opened.
    static final int MOST_LATELY = 20;

    /// More favourites than this are none.
    static final int MOST_FAVOURITES = 1000;

    private final Consumer<UnaryOperator<Remembered>> keep;
    private final ObservableList<String> favourites;
    private final ObservableList<String> lately;

    /// @param last what is known from the last time
    /// @param keep changes what is remembered, in its own time
    Marks(Remembered last, Consumer<UnaryOperator<Remembered>> keep) {
        this.keep = keep;
        favourites = FXCollections.observableArrayList(last.favourites());
        lately = FXCollections.observableArrayList(last.lately());
    }

    /// The favourites, in the order in which they were marked.
    ObservableList<String> favourites() {
        return favourites;
    }

    /// Those that were opened, the last one first.
    ObservableList<String> lately() {
        return lately;
    }

    boolean isFavourite(GalleryItem item) {
        return favourites.contains(item.id());
    }

    /// Marks a model, or takes the mark away.
    void toggle(GalleryItem item) {
        if (!favourites.remove(item.id()) && favourites.size() < MOST_FAVOURITES) {
            favourites.add(item.id());
        }
        save();
    }

    /// Puts a model that has been opened before the others.
    void opened(GalleryItem item) {
        if (lately.isEmpty() || !lately.getFirst().equals(item.id())) {
            lately.remove(item.id());
            lately.addFirst(item.id());
            if (lately.size() > MOST_LATELY) {
                lately.removeLast();
            }
            save();
        }
    }

    /// A model is called otherwise from now on.
    void renamed(String before, String after) {
        if (!before.equals(after)) {
            favourites.replaceAll(id -> id.equals(before) ? after : id);
            lately.replaceAll(id -> id.equals(before) ? after : id);
            save();
        }
    }

    private void save() {
        List<String> marked = List.copyOf(favourites);
        List<String> opened = List.copyOf(lately);
        keep.accept(r -> r.withMarks(marked, opened));
    }
}
