package dev.vitrine.window.kind;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/// The value of an editor and what is wrong with it, both as the kind says: an editor has no words
/// and no bounds of its own.
///
/// @param <T> the Java type of the kind's values
public final class Held<T> {
    private final Kind<T> kind;
    private final Port port;
    private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    public Held(Kind<T> kind, Port port) {
        this.kind = kind;
        this.port = port;
    }

    public ReadOnlyObjectProperty<@Nullable T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public @Nullable T get() {
        return value.get();
    }

    /// Holds a value, complaining where it is out of bounds.
    public void put(@Nullable T given) {
        problem.set(
                given == null ? null : kind.check(port, given).stream().findFirst().orElse(null));
        value.set(given);
    }

    /// Holds what the kind makes of something typed or dropped; nothing, and the kind's complaint,
    /// where it makes nothing of it.
    public void read(Raw raw) {
        T decoded;
        try {
            decoded = kind.decode(port, raw);
        } catch (ProblemException e) {
            refuse(e);
            return;
        }
        put(decoded);
    }

    /// Holds nothing because of this.
    public void refuse(ProblemException e) {
        problem.set(e.problems().getFirst());
        value.set(null);
    }

    /// Complains and keeps the value, where what failed was not the value itself.
    public void complain(ProblemException e) {
        problem.set(e.problems().getFirst());
    }

    /// The port's default; null where it has none, or one that the kind refuses, which whoever
    /// reads signatures reports.
    public @Nullable T standard() {
        Object plain = port.standard();
        if (plain == null) {
            return null;
        }
        try {
            return kind.decode(port, new Raw.Json(Json.of(plain)));
        } catch (ProblemException e) {
            return null;
        }
    }
}
