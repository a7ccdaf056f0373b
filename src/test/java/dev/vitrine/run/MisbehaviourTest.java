package dev.vitrine.run;

import static dev.vitrine.run.Functions.m;
import static dev.vitrine.run.Functions.model;
import static dev.vitrine.run.Functions.n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitrine.model.Model;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.tensor.StoppedException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// What code that anybody may have written does to the runner: nothing.
@Timeout(60)
class MisbehaviourTest {
    private final Runner runner = new Runner(2);
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() {
        never.countDown();
        runner.close();
    }

    @Test
    void whateverIsThrownIsOneSentence() {
        assertThat(failure(() -> new IllegalStateException("no luck")))
                .isEqualTo(
                        "The model failed with \"no luck\"; start Vitrine with --debug to see"
                                + " where.");
        assertThat(failure(NullPointerException::new)).contains("with NullPointerException;");
        assertThat(failure(() -> new NoClassDefFoundError("com/example/Gone")))
                .contains("with NoClassDefFoundError \"com/example/Gone\";");
        assertThat(failure(() -> new OutOfMemoryError("Java heap space")))
                .isEqualTo(Failure.NO_MEMORY);
        assertThat(failure(() -> new UndeclaredThrowableException(new Exception("checked"))))
                .contains("with \"checked\";");
        assertThat(failure(() -> new RuntimeException("first\nsecond")))
                .contains("\"first\"")
                .doesNotContain("second");
        assertThat(failure(() -> new RuntimeException("long ".repeat(1_000_000))))
                .hasSizeLessThan(500);
        assertThat(
                        failure(() ->
                                new RuntimeException() {
                                    private static final long serialVersionUID = 1L;

                                    @Override
                                    public String getMessage() {
                                        throw new IllegalStateException("in getMessage");
                                    }
                                }))
                .contains("The model failed");
    }

    @Test
    void progressOfAnySizeIsMovedBetweenZeroAndOne() {
        for (double[] pair :
                new double[][] {
                    {-3, 0},
                    {7e300, 1},
                    {Double.NEGATIVE_INFINITY, 0},
                    {Double.POSITIVE_INFINITY, 1},
                    {Double.NaN, Double.NaN},
                    {0.25, 0.25}
                }) {
            Run run = runner.submit(speaking(c -> c.progress(pair[0], "x")), n(0), Origin.HTTP);
            run.await();
            assertThat(run.progress().fraction()).isEqualTo((Double) pair[1]);
        }
        Run wordy =
                runner.submit(
                        speaking(c -> c.progress(0, "word ".repeat(100_000))), n(0), Origin.HTTP);
        wordy.await();
        assertThat(wordy.progress().message()).hasSizeLessThan(300);
    }

    @Test
    void aFloodOfPartialOutputsIsForgottenAsItComes() {
        // a gigabyte in all, were any of it kept, which is more than there is
        Run run =
                runner.submit(
                        model((in, context) -> {
                            for (int i = 0; i < 1_000_000; i++) {
                                context.progress(i / 1e6, "step");
                                context.partial(m(i));
                                if (i % 1000 == 0) {
                                    context.partial(Values.of("m", new double[1 << 17]));
                                }
                            }
                            return m(1);
                        }),
                        n(0),
                        Origin.HTTP);
        assertThat(run.await()).isEqualTo(m(1));
    }

    @Test
    void aContextThatIsKeptFallsSilentWithItsRunAndMayBeUsedByAnyThread() throws Exception {
        AtomicReference<RunContext> kept = new AtomicReference<>();
        Run run =
                runner.submit(
                        speaking(c -> {
                            kept.set(c);
                            Thread other = Thread.ofPlatform().start(() -> c.partial(m(5)));
                            join(other);
                        }),
                        n(0),
                        Origin.HTTP);
        run.await();
        assertThat(run.partial()).contains(m(5));
        kept.get().partial(m(6));
        kept.get().progress(0.9, "after the end");
        assertThat(run.partial()).contains(m(5));
        assertThat(run.progress().message()).isEmpty();
    }

    @Test
    void inputsCannotBeChanged() {
        Run run =
                runner.submit(
                        model((in, context) -> {
                            in.byName().put("n", 3.0);
                            return m(0);
                        }),
                        n(1),
                        Origin.HTTP);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(run::await)
                .withMessageContaining("UnsupportedOperationException");
        assertThat(run.inputs()).isEqualTo(n(1));
    }

    @Test
    void aWatcherThatFailsHurtsNeitherTheRunNorTheOthers() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch watched = new CountDownLatch(1);
        Run run =
                runner.submit(
                        model((in, context) -> {
                            started.countDown();
                            join(watched);
                            return m(1);
                        }),
                        n(0),
                        Origin.HTTP);
        join(started);
        AtomicReference<Run.State> seen = new AtomicReference<>();
        run.watch(r -> {
            if (r.state().isFinal()) {
                throw new IllegalStateException("a watcher");
            }
        });
        run.watch(r -> seen.set(r.state()));
        watched.countDown();
        assertThat(run.await()).isEqualTo(m(1));
        assertThat(seen).hasValue(Run.State.DONE);
        for (int i = 0; i < 4; i++) {
            assertThat(runner.submit(model((in, c) -> m(2)), n(0), Origin.HTTP).await())
                    .isEqualTo(m(2));
        }
    }

    @Test
    void aRunThatIsGivenUpSaysSoAndOneThatListensDoesNot() {
        Run deaf = deaf();
        deaf.stop();
        assertThatExceptionOfType(StoppedException.class).isThrownBy(deaf::await);
        assertThat(deaf.isGivenUp()).isTrue();

        CountDownLatch started = new CountDownLatch(1);
        Run listening =
                runner.submit(
                        model((in, context) -> {
                            started.countDown();
                            while (true) {
                                context.stop().check();
                            }
                        }),
                        n(0),
                        Origin.HTTP);
        join(started);
        listening.stop();
        assertThatExceptionOfType(StoppedException.class).isThrownBy(listening::await);
        assertThat(listening.isGivenUp()).isFalse();
    }

    @Test
    void threadsAreLostUpToABoundThenRunsAreRefusedAndComeBackWithTheThreads() {
        List<Run> lost = new ArrayList<>();
        for (int i = 0; i < Runner.MOST_LOST; i++) {
            Run deaf = deaf();
            deaf.stop();
            assertThatExceptionOfType(StoppedException.class).isThrownBy(deaf::await);
            lost.add(deaf);
        }
        assertThat(lost).allMatch(Run::isGivenUp);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> runner.submit(model((in, c) -> m(0)), n(0), Origin.HTTP))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(ProblemException.Fault.BUSY))
                .withMessage(
                        "16 runs were stopped and do not end; close Vitrine and start it again.");
        assertThat(threads()).isLessThanOrEqualTo(Runner.MOST_LOST + 2);
        never.countDown();
        assertThat(
                        eventually(() -> runner.submit(model((in, c) -> m(7)), n(0), Origin.HTTP))
                                .await())
                .isEqualTo(m(7));
    }

    @Test
    void runsThatWaitWhenTheLastThreadIsLostAreTold() {
        try (Runner one = new Runner(1)) {
            Run last = null;
            for (int i = 0; i < Runner.MOST_LOST; i++) {
                last = deaf(one);
                if (i < Runner.MOST_LOST - 1) {
                    last.stop();
                    assertThatExceptionOfType(StoppedException.class).isThrownBy(last::await);
                }
            }
            Run waiting = one.submit(model((in, c) -> m(0)), n(0), Origin.HTTP);
            last.stop();
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(waiting::await)
                    .withMessageContaining("start it again");
        }
    }

    private String failure(Supplier<Throwable> thrown) {
        Run run =
                runner.submit(
                        model((in, context) -> {
                            throw MisbehaviourTest.<RuntimeException>sneaky(thrown.get());
                        }),
                        n(0),
                        Origin.HTTP);
        try {
            run.await();
            throw new AssertionError("it did not fail");
        } catch (ProblemException e) {
            assertThat(e.getMessage().lines()).hasSize(1);
            return e.getMessage();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static Model speaking(java.util.function.Consumer<RunContext> words) {
        return model((in, context) -> {
            words.accept(context);
            return m(0);
        });
    }

    private Run deaf() {
        return deaf(runner);
    }

    /// A run that has begun and listens to nothing, interrupts included.
    private Run deaf(Runner on) {
        CountDownLatch started = new CountDownLatch(1);
        Run run =
                on.submit(
                        model((in, context) -> {
                            started.countDown();
                            while (never.getCount() > 0) {
                                try {
                                    never.await();
                                } catch (InterruptedException e) {
                                    // deaf
                                }
                            }
                            return m(0);
                        }),
                        n(0),
                        Origin.HTTP);
        join(started);
        return run;
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("vitrine-run"))
                .count();
    }

    private static Run eventually(Supplier<Run> attempt) {
        while (true) {
            try {
                return attempt.get();
            } catch (ProblemException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new StoppedException();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new StoppedException();
        }
    }
}
