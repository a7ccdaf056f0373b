package dev.vitrine.window;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// A value of a call in words.
///
/// @param <T> the type of the value
final class CallCell<T> extends TableCell<CallRow, T> {
    private final Function<T, String> words;

    CallCell(Function<T, String> words) {
        this.words = words;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? "" : words.apply(item));
    }
}
