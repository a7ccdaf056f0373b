package dev.vitrine.window.kind.tags;

import dev.vitrine.kind.tags.Tags;

import javafx.scene.Node;

import java.util.List;

/// A control that shows tags and tells which ones a person adds and removes.
interface TagPicker {
    /// The control.
    Node node();

    /// What takes the keyboard now.
    Node focus();

    /// Shows the tags that are held.
    void show(Tags tags);

    /// Forgets what is half typed.
    default void clear() {}

    /// Lets go of everything.
    default void close() {}

    /// What is told of changes.
    @FunctionalInterface
    interface Change {
        /// @param more the tags that come behind the others
        /// @param gone the place of the one that goes; below 0 where none does
        /// @return whether it was taken
        boolean of(List<String> more, int gone);
    }
}
