package dev.vitrine.run;

import static dev.vitrine.run.Functions.m;
import static dev.vitrine.run.Functions.model;
import static dev.vitrine.run.Functions.n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.model.Model;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.StoppedException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/// What those who wait see of the queue, and how they take turns.
class QueueTest {
    private static final Caller CROWD = client("crowd");
    private static final Caller ONE = client("one");

    /// What was run, in order; each run waits for a permit, as code does that never listens.
    private final ConcurrentLinkedQueue<Double> ran = new ConcurrentLinkedQueue<>();

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore permits = new Semaphore(0);
    private final Model gated =
            model((in, context) -> {
                begun.release();
                permits.acquireUninterruptibly();
                ran.add(in.get("n", Double.class));
                return m(in.get("n", Double.class));
            });

    @Test
    @Timeout(60)
    void aHundredCallsOfOneHoldUpNoCallOfAnotherByMoreThanOne() {
        try (Runner runner = new Runner(1)) {
            List<Run> crowd = submit(runner, CROWD, 0, Runner.QUEUE);
            Run one = runner.submit(gated, n(500), ONE);
            assertThat(one.place().orElseThrow().position()).isEqualTo(2);
            permits.release(1_000);
            one.await();
            crowd.forEach(Run::await);
            assertThat(List.copyOf(ran).indexOf(500.0)).isLessThanOrEqualTo(2);
        }
    }

    @Test
    @Timeout(60)
    void whoFillsTheQueueShutsNobodyElseOut() {
        try (Runner runner = new Runner(1)) {
            submit(runner, CROWD, 0, 1);
            begun.acquireUninterruptibly();
            submit(runner, CROWD, 1, Runner.QUEUE);
            assertFull(() -> runner.submit(gated, n(0), CROWD));
            Run one = runner.submit(gated, n(500), ONE);
            assertThat(one.place().orElseThrow().position()).isEqualTo(2);
            assertFull(() -> runner.submit(gated, n(501), ONE));
            IntStream.range(1, Runner.NEWCOMERS)
                    .forEach(i -> runner.submit(gated, n(i), client("another " + i)));
            assertFull(() -> runner.submit(gated, n(0), client("one too many")));
            permits.release(1_000);
            one.await();
        }
    }

    @Test
    @Timeout(60)
    void whoLeavesMakesRoom() {
        try (Runner runner = new Runner(1)) {
            submit(runner, CROWD, 0, 1);
            begun.acquireUninterruptibly();
            List<Run> waiting = submit(runner, CROWD, 1, Runner.QUEUE);
            assertThat(waiting.getLast().place().orElseThrow().position()).isEqualTo(Runner.QUEUE);
            waiting.getFirst().stop();
            assertThat(waiting.getFirst().place()).isEmpty();
            assertThat(waiting.getLast().place().orElseThrow())
                    .isEqualTo(
                            new QueuePlace(Runner.QUEUE - 1, Runner.QUEUE - 1, Optional.empty()));
            Run late = runner.submit(gated, n(0), CROWD);
            permits.release(1_000);
            late.await();
            assertThat(ran).doesNotContain(1.0).hasSize(Runner.QUEUE + 1);
        }
    }

    @Test
    @Timeout(60)
    void tellsHowLongUntilItBeginsFromHowLongRunsTook() {
        try (Runner runner = new Runner(1)) {
            Run first = runner.submit(gated, n(0), CROWD);
            begun.acquireUninterruptibly();
            assertThat(submit(runner, CROWD, 1, 1).getFirst().place().orElseThrow().eta())
                    .as("no run of this model was ever done")
                    .isEmpty();
            pause(Duration.ofMillis(40));
            permits.release(2);
            first.await();
            drain(runner);
            Duration mean = first.took();
            submit(runner, CROWD, 2, 1);
            begun.acquireUninterruptibly(2);
            List<Run> waiting = submit(runner, CROWD, 3, 4);
            List<Duration> etas =
                    waiting.stream()
                            .map(run -> run.place().orElseThrow().eta().orElseThrow())
                            .toList();
            assertThat(etas).isSorted();
            assertThat(etas.getLast().minus(etas.get(0)))
                    .isGreaterThan(mean)
                    .isLessThan(mean.multipliedBy(4));
            permits.release(100);
        }
    }

    @Test
    @Timeout(60)
    void whoIsRefusedIsToldWhenThereMayBeRoom() {
        try (Runner runner = new Runner(1)) {
            Run first = runner.submit(gated, n(0), CROWD);
            begun.acquireUninterruptibly();
            pause(Duration.ofMillis(50));
            permits.release();
            first.await();
            submit(runner, CROWD, 1, 1);
            begun.acquireUninterruptibly();
            submit(runner, CROWD, 2, Runner.QUEUE);
            ProblemException full = assertFull(() -> runner.submit(gated, n(0), CROWD));
            assertThat(full.retryAfter().orElseThrow()).isLessThanOrEqualTo(first.took());
            permits.release(1_000);
        }
    }

    /// Numbers from 0 to 2 ask for a run of that caller, 3 stops the newest, 4 lets a run end.
    @Property(tries = 60)
    void everyRunEndsOnceAndNoneRunsTwiceOrAfterItsStop(
            @ForAll @IntRange(min = 1, max = 3) int threads,
            @ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> steps) {
        ran.clear();
        permits.drainPermits();
        List<Run> all = new ArrayList<>();
        List<Run> stoppedWaiting = new ArrayList<>();
        try (Runner runner = new Runner(threads)) {
            for (int step : steps) {
                switch (step) {
                    case 3 -> {
                        if (!all.isEmpty()) {
                            Run newest = all.getLast();
                            boolean waited = newest.state() == Run.State.QUEUED;
                            newest.stop();
                            if (waited && newest.took().isZero() && newest.state().isFinal()) {
                                stoppedWaiting.add(newest);
                            }
                        }
                    }
                    case 4 -> permits.release();
                    default ->
                            all.add(runner.submit(gated, n(all.size()), client("caller " + step)));
                }
            }
            permits.release(1_000);
            for (Run run : all) {
                assertThat(end(run)).isTrue();
            }
            assertThat(ran).doesNotHaveDuplicates();
            assertThat(ran)
                    .containsAll(
                            all.stream()
                                    .filter(run -> run.state() == Run.State.DONE)
                                    .map(run -> run.inputs().get("n", Double.class))
                                    .toList());
            assertThat(runner.waiting()).isZero();
        }
        stoppedWaiting.stream()
                .filter(run -> run.took().isZero())
                .forEach(run -> assertThat(run.state()).isEqualTo(Run.State.STOPPED));
    }

    private static boolean end(Run run) {
        try {
            Values outputs = run.await();
            return run.state() == Run.State.DONE
                    && outputs.equals(m(run.inputs().get("n", Double.class)));
        } catch (StoppedException e) {
            return run.state() == Run.State.STOPPED;
        }
    }

    private List<Run> submit(Runner runner, Caller caller, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> runner.submit(gated, n(i), caller))
                .toList();
    }

    private static void drain(Runner runner) {
        while (runner.waiting() > 0) {
            Thread.onSpinWait();
        }
    }

    private static ProblemException assertFull(Runnable submission) {
        try {
            submission.run();
        } catch (ProblemException e) {
            assertThat(e.fault()).isEqualTo(ProblemException.Fault.BUSY);
            assertThat(e.problems().getFirst().type()).isEqualTo("queue_full");
            return e;
        }
        throw new AssertionError("There still was room");
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new StoppedException();
        }
    }

    private static Caller client(String name) {
        return new Caller(Origin.HTTP, "127.0.0.1", name);
    }
}
