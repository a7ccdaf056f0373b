package dev.vitrine.window;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Hands values that may come in floods to one thread: of those that arrive while it is busy only
/// the newest is shown.
///
/// @param <T> the type of the values
final class Newest<T> implements Consumer<T> {
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final Executor thread;
    private final Consumer<? super T> show;

    Newest(Executor thread, Consumer<? super T> show) {
        this.thread = thread;
        this.show = show;
    }

    @Override
    public void accept(T value) {
        if (waiting.getAndSet(value) == null) {
            thread.execute(this::showNewest);
        }
    }

    private void showNewest() {
        T newest = waiting.getAndSet(null);
        if (newest != null) {
            show.accept(newest);
        }
    }
}
