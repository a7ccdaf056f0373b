package dev.vitrine.shot;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Fonts;

import javafx.application.Platform;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/// JavaFX drawing in memory, where there is no display and none is wanted.
final class Toolkit {
    private static boolean started;

    private Toolkit() {}

    /// Starts JavaFX without a display unless it runs already; blocks until it does.
    static synchronized void start() {
        if (started) {
            return;
        }
        // A JavaFX that runs already, as in a test, keeps the platform it was started with.
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.lcdtext", "false");
        System.setProperty("java.awt.headless", "true");
        CountDownLatch running = new CountDownLatch(1);
        try {
            Platform.startup(running::countDown);
            Platform.setImplicitExit(false);
        } catch (IllegalStateException alreadyRunning) {
            running.countDown();
        }
        await(running);
        Fonts.load();
        started = true;
    }

    /// Waits, giving up where the calling thread is told to.
    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(
                    ProblemException.Fault.SYSTEM,
                    List.of(
                            Problem.of(
                                    "interrupted", "The picture was given up; ask for it again.")),
                    e);
        }
    }
}
