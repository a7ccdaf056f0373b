package dev.vitrine.window;

import dev.vitrine.signature.ProblemException;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work in the background of which one piece follows the other, so that an older change of a file
/// or a model never comes after a newer one. Lives on the window's thread.
final class InTurn implements AutoCloseable {
    private final Background background;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean working;
    private boolean closed;

    InTurn(Background background) {
        this.background = background;
    }

    /// Works once everything before it has ended.
    ///
    /// @param work may block
    /// @param done gets the result
    /// @param failed gets why there is none
    <T> void work(Callable<T> work, Consumer<? super T> done, Consumer<ProblemException> failed) {
        Runnable job = () -> background.work(work, then(done), then(failed));
        if (working) {
            waiting.add(job);
        } else {
            working = true;
            job.run();
        }
    }

    /// Hands over nothing any more, and begins nothing.
    @Override
    public void close() {
        closed = true;
        waiting.clear();
    }

    private <T> Consumer<T> then(Consumer<? super T> take) {
        return result -> {
            try {
                if (!closed) {
                    take.accept(result);
                }
            } finally {
                next();
            }
        };
    }

    private void next() {
        Runnable job = waiting.poll();
        working = job != null;
        if (job != null) {
            job.run();
        }
    }
}
