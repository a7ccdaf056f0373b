package dev.vitrine.window.kind.tags;

import dev.vitrine.kind.tags.Offered;
import dev.vitrine.kind.tags.Tags;

import javafx.geometry.Bounds;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Popup;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// The choices that have a typed text in their name, below the field that it is typed in: those
/// first that begin so. The field keeps the keyboard.
final class Suggestions {
    private static final double ROW = 28;
    private static final int ROWS = 8;
    private static final double GAP = 4;
    private static final double FRAME = 10;

    private final TextField field;
    private final Offered offered;
    private final List<String> all;
    private final List<String> names = new ArrayList<>();
    private final ListView<String> list = new ListView<>();
    private final Popup popup = new Popup();

    Suggestions(TextField field, Offered offered, Consumer<String> picked) {
        this.field = field;
        this.offered = offered;
        all = offered.all();
        all.forEach(tag -> names.add(offered.name(tag).toLowerCase(Locale.ROOT)));
        list.getStyleClass().add("tag-suggestions");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setAccessibleText(field.getAccessibleText() + ", choices");
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(e -> {
            String tag = list.getSelectionModel().getSelectedItem();
            if (tag != null) {
                picked.accept(tag);
            }
        });
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setAutoFix(true);
    }

    /// Shows what is found and not chosen yet, the first picked where something is typed.
    void find(String text, Tags chosen) {
        if (all.isEmpty() || !field.isFocused() || field.getScene().getWindow() == null) {
            return;
        }
        List<String> found = found(text.strip().toLowerCase(Locale.ROOT), chosen);
        list.getItems().setAll(found);
        list.getSelectionModel().clearSelection();
        if (found.isEmpty()) {
            popup.hide();
            return;
        }
        if (!text.isBlank() && !offered.isOpen()) {
            list.getSelectionModel().selectFirst();
        }
        list.setPrefSize(field.getWidth(), Math.min(ROWS, found.size()) * ROW + FRAME);
        Bounds at = field.localToScreen(field.getLayoutBounds());
        if (!popup.isShowing() && at != null) {
            popup.show(field, at.getMinX(), at.getMaxY() + GAP);
        }
        list.scrollTo(0);
    }

    void hide() {
        popup.hide();
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    /// What is picked in the list that is seen; null where nothing is.
    @Nullable String picked() {
        return popup.isShowing() ? list.getSelectionModel().getSelectedItem() : null;
    }

    void move(int by) {
        int to = list.getSelectionModel().getSelectedIndex() + by;
        list.getSelectionModel().select(Math.clamp(to, 0, list.getItems().size() - 1));
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS + 1));
    }

    /// Whether any choice has a text in its name.
    boolean anyHas(String text) {
        String part = text.strip().toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(name -> name.contains(part));
    }

    private List<String> found(String part, Tags chosen) {
        Set<String> taken = new HashSet<>(chosen.all());
        List<String> first = new ArrayList<>();
        List<String> then = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!taken.contains(all.get(i)) && names.get(i).contains(part)) {
                (names.get(i).startsWith(part) ? first : then).add(all.get(i));
            }
        }
        first.addAll(then);
        return first;
    }

    private final class Cell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String tag, boolean isEmpty) {
            super.updateItem(tag, isEmpty);
            setText(tag == null || isEmpty ? null : offered.name(tag));
        }
    }
}
