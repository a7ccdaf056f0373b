package dev.vitrine.window;

import dev.vitrine.model.format.Spec;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// A word of which there are only a few values, as a menu; the first says nothing and leaves it to
/// the form.
final class WordMenu implements WordControl {
    /// What stands for no value, which a menu cannot hold.
    private static final Object NOTHING = new Object();

    private final ComboBox<Object> menu = new ComboBox<>();
    private final Consumer<@Nullable Object> changed;
    private @Nullable Object shown;

    /// @param values those there are
    /// @param needed whether one of them has to be said
    WordMenu(List<?> values, boolean needed, Consumer<@Nullable Object> changed) {
        this.changed = changed;
        if (!needed) {
            menu.getItems().add(NOTHING);
        }
        menu.getItems().addAll(values);
        menu.setMaxWidth(Double.MAX_VALUE);
        menu.setVisibleRowCount(12);
        menu.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Object value) {
                        return words(value);
                    }

                    @Override
                    public Object fromString(String text) {
                        throw new UnsupportedOperationException();
                    }
                });
        menu.setValue(needed ? null : NOTHING);
        menu.valueProperty().subscribe((was, now) -> pick(now == NOTHING ? null : now));
    }

    /// The values that a word of a few values may have; none where it has others.
    static List<?> values(Spec spec) {
        return switch (spec) {
            case Spec.OneOf(List<Object> values) -> values;
            case Spec.Truth ignored -> List.of(true, false);
            default -> List.of();
        };
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
        if (!Objects.equals(value, shown)) {
            shown = value;
            List<Object> items = new ArrayList<>(menu.getItems());
            // What is no value of the word is shown all the same: it is what the file says.
            if (value != null && !items.contains(value)) {
                menu.getItems().add(value);
            }
            menu.setValue(value == null ? NOTHING : value);
        }
    }

    @Override
    public void fix() {
        menu.setDisable(true);
    }

    private void pick(@Nullable Object value) {
        if (!Objects.equals(value, shown)) {
            shown = value;
            changed.accept(value);
        }
    }

    private static String words(@Nullable Object value) {
        if (value == null || value == NOTHING) {
            return "as usual";
        }
        return value instanceof Boolean flag ? flag ? "yes" : "no" : String.valueOf(value);
    }
}
