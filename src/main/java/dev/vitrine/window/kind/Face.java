package dev.vitrine.window.kind;

import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;

import java.net.URL;
import java.util.Objects;

/// How one kind looks in the window.
///
/// @param <T> the Java type of the kind's values
public interface Face<T> {
    /// The id of the kind, such as `image`.
    String kind();

    /// A new editor for an input, holding the port's default where it has one.
    Editor<T> editor(Port port, Desktop desktop);

    /// A new viewer for an output, showing nothing yet.
    Viewer<T> viewer(Port port, Desktop desktop);

    /// Whether half the width of a form is enough for this port's editor.
    default boolean isNarrow(Port port) {
        return false;
    }

    /// The style sheet of its editor and viewer, which stands beside them under the kind's name.
    default URL stylesheet() {
        return Objects.requireNonNull(
                getClass().getResource(kind() + ".css"),
                () -> "The face of '%s' has no %s.css".formatted(kind(), kind()));
    }
}
