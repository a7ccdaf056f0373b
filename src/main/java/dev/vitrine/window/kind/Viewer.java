package dev.vitrine.window.kind;

import dev.vitrine.signature.Values;

import org.jspecify.annotations.Nullable;

/// Where a person reads a port's value.
///
/// @param <T> the Java type of the kind's values
public interface Viewer<T> extends Widget {
    /// Shows a value; null shows that there is none, at the same height.
    void show(@Nullable T value);

    /// Shows a value beside what it came of, for kinds that lie over an input.
    ///
    /// @param inputs the inputs of the very run that gave the value
    default void show(@Nullable T value, Values inputs) {
        show(value);
    }
}
