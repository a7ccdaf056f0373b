package dev.vitrine.window;

import dev.vitrine.model.KindFit;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The kinds a port could be of as a menu. Those that cannot stand for its tensor are grey and say
/// why, also to who picks one with the keyboard.
final class KindMenu implements WordControl {
    private static final KindFit NONE = new KindFit("", "", Map.of());

    private final ComboBox<KindFit> menu = new ComboBox<>();
    private final Consumer<Consumer<List<KindFit>>> ask;
    private final Consumer<KindFit> chosen;
    private final Consumer<String> refused;
    private @Nullable Object shown;
    private boolean showing;

    /// @param ask finds out which kinds fit now
    /// @param chosen takes a kind that fits
    /// @param refused takes the reason where somebody picks one that does not; empty where the next
    ///   one does
    KindMenu(
            Consumer<Consumer<List<KindFit>>> ask,
            Consumer<KindFit> chosen,
            Consumer<String> refused) {
        this.ask = ask;
        this.chosen = chosen;
        this.refused = refused;
        menu.setMaxWidth(Double.MAX_VALUE);
        menu.setVisibleRowCount(14);
        menu.setCellFactory(list -> new Cell());
        menu.setButtonCell(new Cell());
        menu.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable KindFit fit) {
                        return fit == null ? "" : fit.kind();
                    }

                    @Override
                    public KindFit fromString(String text) {
                        throw new UnsupportedOperationException();
                    }
                });
        menu.valueProperty().subscribe((was, now) -> pick(now));
        menu.setOnShowing(e -> ask.accept(this::fill));
        menu.focusedProperty()
                .subscribe((was, now) -> {
                    if (was && !now) {
                        settle();
                    }
                });
        ask.accept(this::fill);
    }

    /// Gives it the kinds to choose from.
    private void fill(List<KindFit> fits) {
        if (!menu.getItems().equals(fits)) {
            showing = true;
            try {
                menu.getItems().setAll(fits);
                select();
            } finally {
                showing = false;
            }
        }
    }

    @Override
    public Node node() {
        return menu;
    }

    @Override
    public Control focus() {
        return menu;
    }

    @Override
    public void show(@Nullable Object value) {
        if (value != null && !value.equals(shown)) {
            shown = value;
            settle();
        }
    }

    @Override
    public void fix() {
        menu.setDisable(true);
    }

    /// Shows the kind that is in force again.
    private void settle() {
        showing = true;
        try {
            select();
        } finally {
            showing = false;
        }
    }

    private void select() {
        String kind = String.valueOf(shown);
        menu.setValue(
                menu.getItems().stream()
                        .filter(fit -> fit.kind().equals(kind))
                        .findFirst()
                        .orElseGet(() -> new KindFit(kind, "", Map.of())));
    }

    /// Takes what fits. What does not stays in the menu until the keyboard leaves it, so that arrow
    /// keys lead past it.
    private void pick(@Nullable KindFit now) {
        if (showing || now == null) {
            return;
        }
        refused.accept(now.reason());
        if (now.fits() && !now.kind().equals(shown)) {
            shown = now.kind();
            chosen.accept(now);
        }
    }

    private static final class Cell extends ListCell<KindFit> {
        @Override
        protected void updateItem(@Nullable KindFit fit, boolean empty) {
            super.updateItem(fit, empty);
            KindFit shown = empty || fit == null ? NONE : fit;
            boolean unfit = !shown.fits();
            setText(shown.kind());
            setTooltip(unfit ? new Tooltip(shown.reason()) : null);
            setAccessibleText(
                    unfit
                            ? "%s, not possible: %s".formatted(shown.kind(), shown.reason())
                            : shown.kind());
            getStyleClass().remove("unfit");
            if (unfit) {
                getStyleClass().add("unfit");
            }
        }
    }
}
