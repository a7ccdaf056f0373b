package dev.vitrine.window.kind.gallery;

import dev.vitrine.kind.gallery.Gallery;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The pictures of a gallery side by side, one of which is chosen by hand or by the arrow keys.
final class GalleryGrid extends ScrollPane {
    /// More would take long to lay out, and nobody looks through them.
    static final int MOST = 500;

    private final FlowPane tiles = new FlowPane();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private final Runnable open;
    private List<GalleryCell> cells = List.of();

    /// @param open called where somebody wants to see the chosen one from near
    GalleryGrid(Runnable open) {
        this.open = open;
        getStyleClass().add("gallery-grid");
        tiles.getStyleClass().add("gallery-tiles");
        setContent(tiles);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Shows pictures; those that were there before keep what is drawn of them.
    ///
    /// @param index of the chosen one, moved to the nearest there is
    void show(Gallery gallery, int index) {
        List<GalleryCell> left = new ArrayList<>(cells);
        List<GalleryCell> next = new ArrayList<>();
        for (Gallery.Item item : gallery.items().subList(0, Math.min(MOST, gallery.size()))) {
            next.add(taken(left, cell -> cell.item() == item).orElseGet(() -> cell(item)));
        }
        left.forEach(GalleryCell::forget);
        cells = List.copyOf(next);
        tiles.getChildren().setAll(cells);
        choose(index);
    }

    /// The index of the chosen picture; -1 while there is none.
    ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    int chosen() {
        return chosen.get();
    }

    /// Chooses the picture at an index, or the nearest there is.
    void choose(int index) {
        int next = cells.isEmpty() ? -1 : Math.clamp(index, 0, cells.size() - 1);
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).choose(i == next);
        }
        chosen.set(next);
        reveal();
    }

    private static Optional<GalleryCell> taken(
            List<GalleryCell> left, Predicate<GalleryCell> wanted) {
        Optional<GalleryCell> found = left.stream().filter(wanted).findFirst();
        found.ifPresent(left::remove);
        return found;
    }

    private GalleryCell cell(Gallery.Item item) {
        GalleryCell cell = new GalleryCell(item);
        cell.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                e -> {
                    requestFocus();
                    choose(cells.indexOf(cell));
                    if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                        open.run();
                    }
                    e.consume();
                });
        return cell;
    }

    /// Scrolls the chosen one into sight.
    private void reveal() {
        if (chosen.get() < 0) {
            setVvalue(0);
            return;
        }
        layout();
        tiles.layout();
        Bounds cell = cells.get(chosen.get()).getBoundsInParent();
        double room = getViewportBounds().getHeight();
        double hidden = tiles.getHeight() - room;
        if (hidden > 0 && room > 0) {
            double top = getVvalue() * hidden;
            double wanted = Math.min(cell.getMinY(), Math.max(top, cell.getMaxY() - room));
            setVvalue(wanted / hidden);
        }
    }

    private void key(KeyEvent event) {
        if (cells.isEmpty() || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> choose(chosen.get() - 1);
            case RIGHT -> choose(chosen.get() + 1);
            case UP -> choose(above());
            case DOWN -> choose(below());
            case HOME -> choose(0);
            case END -> choose(cells.size() - 1);
            case ENTER -> open.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private int above() {
        return chosen.get() < columns() ? chosen.get() : chosen.get() - columns();
    }

    private int below() {
        int next = chosen.get() + columns();
        return next < cells.size() ? next : chosen.get();
    }

    /// How many lie side by side.
    private int columns() {
        double first = cells.getFirst().getLayoutY();
        int count = 0;
        while (count < cells.size() && cells.get(count).getLayoutY() == first) {
            count++;
        }
        return Math.max(1, count);
    }
}
