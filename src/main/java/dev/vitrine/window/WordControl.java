package dev.vitrine.window;

import javafx.scene.Node;
import javafx.scene.control.Control;

import org.jspecify.annotations.Nullable;

/// What one word of a signature is changed with.
interface WordControl {
    Node node();

    /// The part that takes the keyboard.
    Control focus();

    /// Shows what stands under the word; does not touch what somebody is typing.
    void show(@Nullable Object value);

    /// Lets count what somebody has just typed.
    default void commit() {}

    /// Lets it be read and copied, not changed.
    void fix();
}
