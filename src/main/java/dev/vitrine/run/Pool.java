package dev.vitrine.run;

import dev.vitrine.model.Batching;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The bounded, fair queue and the platform threads behind a [Runner].
///
/// Java's executors can neither let callers take turns, nor drop what waits by a key, nor let go of
/// a thread that does not come back, which is what fairness, latest-wins and Stop need.
final class Pool {
    private final Object lock = new Object();
    private final WaitingRuns queue = new WaitingRuns();
    private final Set<Worker> workers = new HashSet<>();
    private final Pace pace = new Pace();
    private final Batches batches = new Batches(this::isBusy);
    private final int threads;
    private @Nullable ScheduledExecutorService watchdog;
    private int idle;
    private int lost;
    private boolean closed;

    Pool(int threads) {
        this.threads = threads;
    }

    /// Lets a run wait for a thread.
    ///
    /// @param liveKey waiting runs of this key are stopped in its favour; null for none
    /// @throws ProblemException where there is no room
    void add(Run run, @Nullable String liveKey) {
        synchronized (lock) {
            if (liveKey != null) {
                queue.dropOlder(liveKey);
            }
            refuseIfFull(run.caller());
            queue.add(run, liveKey);
            if (queue.size() > idle) {
                hireIfAllowed();
            }
            lock.notify();
        }
        run.stopSignal().onRequest(() -> giveUpLater(run));
    }

    int waiting() {
        synchronized (lock) {
            return queue.inOrder().size();
        }
    }

    /// Where a run stands; nothing where it does not wait.
    Optional<QueuePlace> place(Run run) {
        synchronized (lock) {
            List<Run> order = queue.inOrder();
            int index = order.indexOf(run);
            return index < 0
                    ? Optional.empty()
                    : Optional.of(
                            new QueuePlace(
                                    index + 1,
                                    order.size(),
                                    pace.until(running(), order.subList(0, index))));
        }
    }

    private List<Run> running() {
        return workers.stream().flatMap(w -> w.current.stream().limit(1)).toList();
    }

    /// What stacking calls of a model gains, once that is known.
    Optional<BatchGain> gain(Model model) {
        return batches.gain(model);
    }

    private boolean isBusy() {
        synchronized (lock) {
            return queue.size() > 0 || idle < workers.size();
        }
    }

    void close() {
        List<Worker> all;
        List<Run> waiting;
        synchronized (lock) {
            closed = true;
            waiting = queue.inOrder();
            queue.clear();
            all = List.copyOf(workers);
            if (watchdog != null) {
                watchdog.shutdown();
            }
            lock.notifyAll();
        }
        batches.close();
        waiting.forEach(Run::stop);
        all.forEach(Worker::stop);
    }

    private void refuseIfFull(Caller caller) {
        if (closed) {
            throw busy("closed", "Vitrine is closing and takes no new run; start it again.");
        }
        if (!queue.hasRoomFor(caller)) {
            throw ProblemException.busy(
                    Problem.of(
                            "queue_full",
                            "%d runs are waiting already; try again when some have ended."
                                    .formatted(queue.size())),
                    pace.until(running(), List.of()).orElse(Duration.ZERO));
        }
        if (noThreadIsLeft()) {
            throw threadsLost();
        }
    }

    private boolean noThreadIsLeft() {
        return workers.isEmpty() && lost >= Runner.MOST_LOST;
    }

    private ProblemException threadsLost() {
        return busy(
                "threads_lost",
                "%d runs were stopped and do not end; close Vitrine and start it again."
                        .formatted(lost));
    }

    private static ProblemException busy(String type, String message) {
        return new ProblemException(Fault.BUSY, Problem.of(type, message));
    }

    /// One thread more, where there are fewer than there may be and not too many were lost.
    private void hireIfAllowed() {
        if (workers.size() < threads && lost < Runner.MOST_LOST) {
            Worker worker = new Worker();
            workers.add(worker);
            worker.thread.start();
        }
    }

    private void giveUpLater(Run run) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            if (watchdog == null) {
                watchdog =
                        Executors.newSingleThreadScheduledExecutor(
                                Thread.ofPlatform().name("vitrine-watchdog").daemon().factory());
            }
            watchdog.schedule(() -> giveUp(run), Runner.GRACE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void giveUp(Run run) {
        List<Run> stranded = List.of();
        @Nullable ProblemException why = null;
        synchronized (lock) {
            workers.stream().filter(w -> w.isStuckWith(run)).findFirst().ifPresent(this::lose);
            if (noThreadIsLeft()) {
                stranded = queue.inOrder();
                queue.clear();
                why = threadsLost();
            }
        }
        run.giveUp();
        for (Run one : stranded) {
            one.refuse(Objects.requireNonNull(why));
        }
    }

    private void lose(Worker worker) {
        workers.remove(worker);
        lost++;
        worker.thread.interrupt();
        if (queue.size() > 0) {
            hireIfAllowed();
        }
    }

    /// Takes one run after the other; ends when it was given up, or when the pool is closed.
    private final class Worker implements Runnable {
        private final Thread thread =
                Thread.ofPlatform().name("vitrine-run").daemon().unstarted(this);
        private volatile List<Run> current = List.of();

        @Override
        public void run() {
            for (List<Run> next = take(); !next.isEmpty(); next = take()) {
                execute(next);
                if (wasGivenUp(next)) {
                    return;
                }
                batches.ran(next.getFirst().model());
            }
        }

        private void execute(List<Run> runs) {
            Optional<Batching> batching =
                    runs.size() == 1 ? Optional.empty() : runs.getFirst().model().batching();
            if (batching.isPresent()) {
                runs.forEach(Run::join);
                BatchRun.execute(runs, batching.get());
            } else {
                runs.forEach(Run::execute);
            }
        }

        /// Whether it still works for a run that was stopped, and for nobody else.
        boolean isStuckWith(Run run) {
            List<Run> now = current;
            return now.contains(run)
                    && (now.size() > 1 || !run.state().isFinal())
                    && now.stream().allMatch(other -> other == run || other.state().isFinal());
        }

        void stop() {
            current.forEach(Run::stop);
            thread.interrupt();
        }

        /// What is next; empty where there is nothing to come.
        private List<Run> take() {
            synchronized (lock) {
                idle++;
                try {
                    while (queue.size() == 0 && !closed) {
                        lock.wait();
                    }
                    current = queue.next(threads, batches::most);
                    return current;
                } catch (InterruptedException e) {
                    return List.of();
                } finally {
                    idle--;
                }
            }
        }

        private boolean wasGivenUp(List<Run> ended) {
            synchronized (lock) {
                ended.forEach(run -> pace.learn(run, ended.size()));
                current = List.of();
                if (workers.contains(this)) {
                    // A function may have left its own interrupt behind, which would end this
                    // thread at its next wait.
                    Thread.interrupted();
                    return false;
                }
                lost--;
                if (queue.size() > 0) {
                    hireIfAllowed();
                }
                return true;
            }
        }
    }
}
