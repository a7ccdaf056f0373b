package dev.vitrine.window.kind;

import dev.vitrine.kind.Kind;
import dev.vitrine.signature.Port;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// What the editors of several things have in common, such as pictures or files, which are brought
/// one after the other and each put behind those there are.
///
/// @param <T> the Java type of all of them together, whose words are its caption
public abstract class SeveralEditor<T> extends StepEditor<T> {
    private final T none;
    private final Arrivals arrivals = new Arrivals(this::describe);

    /// @param none the value without any
    protected SeveralEditor(Kind<T> kind, Port port, T none) {
        super(kind, port);
        this.none = none;
    }

    @Override
    public void set(@Nullable T value) {
        if (!isRewinding()) {
            arrivals.forget();
        }
        super.set(value);
    }

    @Override
    public void close() {
        super.close();
        arrivals.forget();
    }

    /// What is held now.
    protected final T now() {
        return Objects.requireNonNullElse(held().get(), none);
    }

    /// Whether there is nothing.
    protected final boolean isEmpty() {
        return now().equals(none);
    }

    /// A hand has made this of what was held.
    protected final void become(T next) {
        step(next.equals(none) ? null : next);
    }

    /// Reads what was brought in the background, and complains where that fails.
    protected final <V> void bring(Callable<V> work, Consumer<V> arrived) {
        arrivals.read(work, arrived, held()::complain);
    }

    @Override
    protected void describe() {
        caption(arrivals.isReading() ? "Reading…" : isEmpty() ? "" : now().toString());
    }
}
