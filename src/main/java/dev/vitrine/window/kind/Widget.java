package dev.vitrine.window.kind;

import dev.vitrine.signature.Problem;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What an editor and a viewer have in common: a node, the tools under it, and words beside its
/// label.
public interface Widget extends AutoCloseable {
    /// The control itself, without label, help, tools or messages. It fills the width it gets and
    /// keeps its height whatever it shows.
    Node node();

    /// Small controls that go with it, in the order in which a row under the node shows them; the
    /// row wraps where it is short of room.
    default List<Node> tools() {
        return List.of();
    }

    /// A few quiet words for the other end of the label's row, such as `28 × 28`; empty where there
    /// is nothing to say.
    ReadOnlyStringProperty captionProperty();

    /// What is wrong with what it holds, or went wrong with what was asked of it, in the words of
    /// the kind; null where nothing is. The page shows it under the node.
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty();

    /// Lets go of everything: work in the background no longer arrives here.
    @Override
    void close();
}
