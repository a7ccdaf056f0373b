package dev.vitrine.window;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The way onto the FX thread and off it, and the only class that calls [Platform#runLater].
///
/// Work that reads, decodes, waits or computes goes through [#background]; what it found comes back
/// on the FX thread.
public final class FxThread {
    /// Threads of the desktop's own work (files, decoding, reading models); models run on
    /// [dev.vitrine.run.Runner]'s.
    private static final ExecutorService POOL =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().name("vitrine-desk-", 0).daemon().factory());

    private FxThread() {}

    /// Runs an action on the FX thread: now where this is it, else as soon as it is free.
    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /// Runs an action on the FX thread after what it does now.
    public static void later(Runnable action) {
        Platform.runLater(action);
    }

    /// Works off the FX thread, then hands over on it what came of it.
    ///
    /// @param work may block; a `ProblemException` is for the person, anything else is a defect and
    ///   is logged
    /// @param done gets the result, on the FX thread
    /// @param failed gets why there is none, on the FX thread
    public static <T> void background(
            Callable<T> work, Consumer<? super T> done, Consumer<ProblemException> failed) {
        POOL.execute(() -> {
            try {
                T result = work.call();
                Platform.runLater(() -> done.accept(result));
            } catch (ProblemException e) {
                Platform.runLater(() -> failed.accept(e));
            } catch (Exception e) {
                LoggerFactory.getLogger(FxThread.class).error("Work in the background failed", e);
                Platform.runLater(() -> failed.accept(unexpected(e)));
            }
        });
    }

    /// Hands values that may come in floods to the FX thread: of those that arrive while it is busy
    /// only the newest is shown.
    ///
    /// @param show gets a value, on the FX thread
    /// @return takes values on any thread
    public static <T> Consumer<T> newest(Consumer<? super T> show) {
        AtomicReference<@Nullable T> waiting = new AtomicReference<>();
        return value -> {
            if (waiting.getAndSet(value) == null) {
                Platform.runLater(() -> {
                    T latest = waiting.getAndSet(null);
                    if (latest != null) {
                        show.accept(latest);
                    }
                });
            }
        };
    }

    private static ProblemException unexpected(Exception e) {
        return new ProblemException(
                ProblemException.Fault.SYSTEM,
                List.of(
                        Problem.of(
                                "unexpected",
                                "Something went wrong (%s); look at the log for where."
                                        .formatted(
                                                e.getMessage() == null
                                                        ? e.getClass().getSimpleName()
                                                        : e.getMessage()))),
                e);
    }
}
