package dev.vitrine.window.kind;

import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.Platform;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// Runs parts of tests on the FX thread, starting JavaFX when first needed.
public final class Fx {
    private static final long PATIENCE = 30;

    private static boolean started;

    private Fx() {}

    /// Not in a static initialiser: the FX thread would wait there for this class.
    private static synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        CountDownLatch ready = new CountDownLatch(1);
        Runnable look =
                () -> {
                    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
                    ready.countDown();
                };
        try {
            Platform.startup(look);
        } catch (IllegalStateException e) {
            // Another test of this run has started it.
            Platform.runLater(look);
        }
        Platform.setImplicitExit(false);
        try {
            if (!ready.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new IllegalStateException("JavaFX does not start");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Computes something on the FX thread.
    public static <T> T get(Callable<T> work) {
        start();
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(PATIENCE, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            if (e.getCause() instanceof Error r) {
                throw r;
            }
            throw new AssertionError(e.getCause());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Does something on the FX thread and waits for it.
    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    /// Waits until something holds on the FX thread.
    public static void await(String what, Callable<Boolean> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!get(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Never: " + what);
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
