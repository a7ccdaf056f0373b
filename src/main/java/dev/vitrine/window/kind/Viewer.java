package dev.vitrine.window.kind;

import org.jspecify.annotations.Nullable;

/// Where a person reads a port's value.
///
/// @param <T> the Java type of the kind's values
public interface Viewer<T> extends Widget {
    /// Shows a value; null shows that there is none, at the same height.
    void show(@Nullable T value);
}
