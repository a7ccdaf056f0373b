package dev.vitrine.window.kind;

import dev.vitrine.window.FxThread;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// Works out what is shown of values, at once where that is quick and in the background where it is
/// not, and hands over what came of the newest.
///
/// @param <T> the values
/// @param <R> what is worked out of each
public final class Desk<T, R> {
    private final Predicate<T> quick;
    private final Function<T, R> work;
    private final Consumer<@Nullable R> show;
    private long request;

    /// @param quick whether a value takes a few milliseconds only
    /// @param show gets what came of it on the FX thread; null for no value
    public Desk(Predicate<T> quick, Function<T, R> work, Consumer<@Nullable R> show) {
        this.quick = quick;
        this.work = work;
        this.show = show;
    }

    /// Takes a value in place of any before it.
    public void take(@Nullable T value) {
        long mine = ++request;
        if (value == null) {
            show.accept(null);
        } else if (quick.test(value)) {
            show.accept(work.apply(value));
        } else {
            FxThread.background(
                    () -> work.apply(value),
                    result -> {
                        if (mine == request) {
                            show.accept(result);
                        }
                    },
                    e -> {});
        }
    }
}
