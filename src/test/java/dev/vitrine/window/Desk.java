package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.ProblemException;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The window's thread for tests of view models: the test's own thread, which hears news when it
/// asks for them.
final class Desk implements Background {
    private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();

    @Override
    public <T> void work(
            Callable<T> work, Consumer<? super T> done, Consumer<ProblemException> failed) {
        Thread.startVirtualThread(() -> {
            try {
                T result = work.call();
                news.add(() -> done.accept(result));
            } catch (ProblemException e) {
                news.add(() -> failed.accept(e));
            } catch (Exception e) {
                news.add(() -> {
                    throw new IllegalStateException(e);
                });
            }
        });
    }

    @Override
    public void show(Runnable action) {
        news.add(action);
    }

    /// Hears news until something is so.
    void until(BooleanSupplier so) {
        while (!so.getAsBoolean()) {
            try {
                Runnable next = news.poll(20, TimeUnit.SECONDS);
                assertThat(next).as("news that makes it so").isNotNull();
                next.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// Hears what is there already.
    void hearAll() {
        for (Runnable next = news.poll(); next != null; next = news.poll()) {
            next.run();
        }
    }
}
