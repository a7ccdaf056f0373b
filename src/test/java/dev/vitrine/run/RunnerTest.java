package dev.vitrine.run;

import static dev.vitrine.run.Functions.m;
import static dev.vitrine.run.Functions.model;
import static dev.vitrine.run.Functions.n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitrine.model.Model;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.StoppedException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

@Timeout(60)
class RunnerTest {
    private final Runner runner = new Runner(2);
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() {
        never.countDown();
        runner.close();
    }

    @Test
    void givesWhatTheModelGives() {
        Run run =
                runner.submit(
                        model((in, context) -> m(in.get("n", Double.class) * 2)),
                        n(21),
                        Origin.HTTP);
        assertThat(run.await()).isEqualTo(m(42));
        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(run.outputs()).contains(m(42));
        assertThat(run.took()).isPositive();
    }

    @Test
    void refusesValuesThatDoNotFitBeforeAnythingRuns() {
        AtomicInteger calls = new AtomicInteger();
        Model counting = model((in, context) -> m(calls.incrementAndGet()));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> runner.submit(counting, n(1001), Origin.HTTP))
                .withMessage("'N' is 1001; give a number from 0 to 1000.");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> runner.submit(counting, Values.NONE, Origin.HTTP))
                .withMessage("'N' is missing; give it a value.");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> runner.submit(counting, Values.of("n", "one"), Origin.HTTP))
                .withMessageContaining("holds a Double, not a String");
        assertThat(calls).hasValue(0);
        assertThat(runner.history().runs()).isEmpty();
    }

    @Test
    void showsProgressAndPartialOutputsInOrder() {
        List<String> seen = new CopyOnWriteArrayList<>();
        CountDownLatch watched = new CountDownLatch(1);
        Run run =
                runner.submit(
                        model((in, context) -> {
                            await(watched);
                            context.progress(0.5, "half");
                            context.partial(m(1));
                            return m(2);
                        }),
                        n(0),
                        Origin.WINDOW);
        run.watch(r ->
                seen.add(
                        r.state()
                                + " "
                                + r.progress().message()
                                + " "
                                + r.partial().orElse(Values.NONE).byName()));
        watched.countDown();
        run.await();
        assertThat(seen).endsWith("RUNNING half {}", "RUNNING half {m=1.0}", "DONE half {m=1.0}");
    }

    @Test
    void whateverAModelThrowsEndsOnlyItsRun() {
        Run failed =
                runner.submit(
                        model((in, context) -> {
                            throw new IllegalStateException("no luck");
                        }),
                        n(0),
                        Origin.HTTP);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(failed::await)
                .withMessageContaining("no luck");
        assertThat(failed.failure()).isPresent();
        Run deep = runner.submit(model((in, context) -> m(forever(0))), n(0), Origin.HTTP);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(deep::await)
                .withMessageContaining("StackOverflowError");
        assertThat(runner.submit(model((in, context) -> m(1)), n(0), Origin.HTTP).await())
                .isEqualTo(m(1));
    }

    @Test
    @SuppressWarnings("NullAway")
    void saysWhatAFunctionForgot() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(runner.submit(model((in, context) -> null), n(0), Origin.HTTP)::await)
                .withMessageContaining("gave nothing for its output 'm'");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        runner.submit(
                                        model((in, context) -> Values.of("m", "x")),
                                        n(0),
                                        Origin.HTTP)
                                ::await)
                .withMessageContaining("holds a Double, not a String");
    }

    @Test
    void stopReachesARunThatListens() {
        CountDownLatch started = new CountDownLatch(1);
        Run run =
                runner.submit(
                        model((in, context) -> {
                            started.countDown();
                            while (true) {
                                context.stop().check();
                                Thread.onSpinWait();
                            }
                        }),
                        n(0),
                        Origin.WINDOW);
        await(started);
        run.stop();
        assertThatExceptionOfType(StoppedException.class).isThrownBy(run::await);
        assertThat(run.state()).isEqualTo(Run.State.STOPPED);
    }

    @Test
    void aRunThatDoesNotListenIsGivenUpAndItsThreadReplaced() {
        List<Run> deaf = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            CountDownLatch started = new CountDownLatch(1);
            deaf.add(
                    runner.submit(
                            model((in, context) -> {
                                started.countDown();
                                awaitDeaf(never);
                                return m(0);
                            }),
                            n(0),
                            Origin.WINDOW));
            await(started);
        }
        Run waiting = runner.submit(model((in, context) -> m(7)), n(0), Origin.WINDOW);
        assertThat(waiting.state()).isEqualTo(Run.State.QUEUED);
        deaf.forEach(Run::stop);
        deaf.forEach(
                run -> assertThatExceptionOfType(StoppedException.class).isThrownBy(run::await));
        assertThat(waiting.await()).isEqualTo(m(7));
    }

    @Test
    void aWaitingRunStopsAtOnceAndNeverStarts() {
        occupy();
        AtomicInteger calls = new AtomicInteger();
        Run run =
                runner.submit(
                        model((in, context) -> m(calls.incrementAndGet())), n(0), Origin.HTTP);
        run.stop();
        assertThat(run.state()).isEqualTo(Run.State.STOPPED);
        never.countDown();
        runner.submit(model((in, context) -> m(0)), n(0), Origin.HTTP).await();
        assertThat(calls).hasValue(0);
    }

    @Test
    void theNewestOfALiveRowWins() {
        occupy();
        Model echo = model((in, context) -> m(in.get("n", Double.class)));
        List<Run> row =
                IntStream.range(0, 10)
                        .mapToObj(i -> runner.submitLatest(echo, n(i), Origin.WINDOW, "page"))
                        .toList();
        Run other = runner.submitLatest(echo, n(99), Origin.WINDOW, "another page");
        never.countDown();
        assertThat(row.getLast().await()).isEqualTo(m(9));
        assertThat(other.await()).isEqualTo(m(99));
        assertThat(row.subList(0, 9)).allMatch(run -> run.state() == Run.State.STOPPED);
    }

    @Test
    void refusesARunTooManyAndTakesTheNextWhenThereIsRoom() {
        occupy();
        Model echo = model((in, context) -> m(in.get("n", Double.class)));
        List<Run> waiting =
                IntStream.range(0, Runner.QUEUE)
                        .mapToObj(i -> runner.submit(echo, n(i), Origin.HTTP))
                        .toList();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> runner.submit(echo, n(0), Origin.HTTP))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(ProblemException.Fault.BUSY));
        never.countDown();
        waiting.forEach(Run::await);
        assertThat(runner.submit(echo, n(5), Origin.HTTP).await()).isEqualTo(m(5));
    }

    @Test
    void aRunThatEndedFallsSilent() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch spoke = new CountDownLatch(1);
        Run run =
                runner.submit(
                        model((in, context) -> {
                            started.countDown();
                            awaitDeaf(never);
                            context.partial(m(13));
                            spoke.countDown();
                            return m(13);
                        }),
                        n(0),
                        Origin.WINDOW);
        await(started);
        run.stop();
        assertThatExceptionOfType(StoppedException.class).isThrownBy(run::await);
        never.countDown();
        await(spoke);
        assertThat(run.partial()).isEmpty();
        assertThat(run.state()).isEqualTo(Run.State.STOPPED);
    }

    @Test
    void closingStopsEverything() {
        occupy();
        Run waiting = runner.submit(model((in, context) -> m(0)), n(0), Origin.HTTP);
        runner.close();
        assertThatExceptionOfType(StoppedException.class).isThrownBy(waiting::await);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> runner.submit(model((in, context) -> m(0)), n(0), Origin.HTTP))
                .withMessageContaining("closing");
    }

    @Test
    void keepsTheLastTwoHundredRunsNewestFirst() {
        Model echo = model((in, context) -> m(in.get("n", Double.class)));
        for (int i = 0; i < History.MOST_RUNS + 5; i++) {
            runner.submit(echo, n(i), Origin.HTTP).await();
        }
        assertThat(runner.history().runs()).hasSize(History.MOST_RUNS);
        assertThat(runner.history().runs().getFirst().inputs()).isEqualTo(n(History.MOST_RUNS + 4));
    }

    @Test
    void forgetsTheRunsItIsAskedToAndBringsThemBackAmongThoseThatCameSince() {
        Model echo = model((in, context) -> m(in.get("n", Double.class)));
        Model other = model((in, context) -> m(in.get("n", Double.class)));
        runner.submit(echo, n(1), Origin.HTTP).await();
        runner.submit(other, n(2), Origin.HTTP).await();
        runner.submit(echo, n(3), Origin.HTTP).await();
        long weight = runner.history().weight();
        Runnable bringBack = runner.history().forget(run -> run.model() == echo);
        assertThat(runner.history().runs()).extracting(Run::inputs).containsExactly(n(2));
        assertThat(runner.history().weight()).isLessThan(weight);
        runner.submit(other, n(4), Origin.HTTP).await();
        bringBack.run();
        bringBack.run();
        assertThat(runner.history().runs())
                .extracting(Run::inputs)
                .containsExactly(n(4), n(3), n(2), n(1));
        assertThat(runner.history().weight()).isGreaterThan(weight);
        runner.history().forget(run -> true);
        assertThat(runner.history().weight()).isZero();
    }

    @Test
    void keepsOneOfALiveRowAndNoSelfTest() {
        Model echo = model((in, context) -> m(in.get("n", Double.class)));
        for (int i = 0; i < 5; i++) {
            runner.submitLatest(echo, n(i), Origin.WINDOW, "page").await();
        }
        runner.submit(echo, n(6), Origin.SELF_TEST).await();
        assertThat(runner.history().runs()).extracting(Run::inputs).containsExactly(n(4));
    }

    /// Keeps both threads busy until `never` opens.
    private void occupy() {
        CountDownLatch started = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            runner.submit(
                    model((in, context) -> {
                        started.countDown();
                        await(never);
                        return m(0);
                    }),
                    n(0),
                    Origin.HTTP);
        }
        await(started);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new StoppedException();
        }
    }

    /// Waits as code does that never looks at interrupts.
    private static void awaitDeaf(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static double forever(int depth) {
        return 1 + forever(depth + 1);
    }
}
