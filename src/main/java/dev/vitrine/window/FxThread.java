package dev.vitrine.window;

import dev.vitrine.run.Failure;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.StoppedException;

import javafx.application.Platform;

import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
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

    private static final AtomicInteger UNDER_WAY = new AtomicInteger();

    /// Who waits for idleness; touched on the FX thread only.
    private static final List<Runnable> IDLE = new ArrayList<>();

    /// Both directions, as view models know them.
    public static final Background BACKGROUND =
            new Background() {
                @Override
                public <T> void work(
                        Callable<T> work,
                        Consumer<? super T> done,
                        Consumer<ProblemException> failed) {
                    background(work, done, failed);
                }

                @Override
                public void show(Runnable action) {
                    run(action);
                }
            };

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
    /// @param work may block; a `ProblemException` is for the person, after a `StoppedException`
    ///   nothing is handed over, anything else is a defect and is logged
    /// @param done gets the result, on the FX thread
    /// @param failed gets why there is none, on the FX thread
    public static <T> void background(
            Callable<T> work, Consumer<? super T> done, Consumer<ProblemException> failed) {
        UNDER_WAY.incrementAndGet();
        POOL.execute(() -> {
            Runnable news = attempt(work, done, failed);
            Platform.runLater(() -> {
                try {
                    news.run();
                } finally {
                    UNDER_WAY.decrementAndGet();
                    tellIdle();
                }
            });
        });
    }

    /// Runs an action on the FX thread once no work is under way in the background, and what came
    /// of it has been handed over.
    public static void whenIdle(Runnable action) {
        Platform.runLater(() -> {
            IDLE.add(action);
            tellIdle();
        });
    }

    private static void tellIdle() {
        if (UNDER_WAY.get() == 0) {
            List<Runnable> waiting = List.copyOf(IDLE);
            IDLE.clear();
            waiting.forEach(Runnable::run);
        }
    }

    private static <T> Runnable attempt(
            Callable<T> work, Consumer<? super T> done, Consumer<ProblemException> failed) {
        try {
            T result = work.call();
            return () -> done.accept(result);
        } catch (ProblemException e) {
            return () -> failed.accept(e);
        } catch (StoppedException e) {
            // Whoever stopped it does not wait for it.
            return () -> {};
        } catch (OutOfMemoryError e) {
            return () -> failed.accept(ProblemException.run(Failure.NO_MEMORY, e));
        } catch (Exception e) {
            LoggerFactory.getLogger(FxThread.class).error("Work in the background failed", e);
            return () -> failed.accept(unexpected(e));
        }
    }

    /// Hands values that may come in floods to the FX thread: of those that arrive while it is busy
    /// only the newest is shown.
    ///
    /// @param show gets a value, on the FX thread
    /// @return takes values on any thread
    public static <T> Consumer<T> newest(Consumer<? super T> show) {
        return new Newest<>(Platform::runLater, show);
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
