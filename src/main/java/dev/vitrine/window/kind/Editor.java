package dev.vitrine.window.kind;

import dev.vitrine.signature.Values;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/// Where a person gives a port its value.
///
/// What somebody typed stays as it is, wrong or not: text that is no value makes the value null and
/// says so in [#problemProperty()]; a value out of bounds is both held and complained about. The
/// problem is set before the value, so whoever listens to the value finds the two in agreement.
///
/// @param <T> the Java type of the kind's values
public interface Editor<T> extends Widget {
    /// The value; null while there is none.
    ReadOnlyObjectProperty<@Nullable T> valueProperty();

    /// Shows a value and holds the very same one until somebody changes it; null empties the
    /// editor.
    void set(@Nullable T value);

    /// Shows what the value lies on, for kinds that lie over another input's picture.
    ///
    /// @param inputs the values of all inputs as they are now
    default void beside(Values inputs) {}

    /// The control that takes the keyboard, for the label to point at.
    Node focus();

    /// Takes back the last step of an undo of its own that is finer than the form's, as strokes
    /// are. Text fields have theirs without this.
    ///
    /// @return whether there was a step
    default boolean undo() {
        return false;
    }

    /// Makes the step again that was taken back last.
    ///
    /// @return whether there was one
    default boolean redo() {
        return false;
    }

    /// Whether the value changes now because of its own undo or redo, and not for a new reason.
    default boolean isRewinding() {
        return false;
    }
}
