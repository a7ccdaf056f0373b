package dev.vitrine.run;

import dev.vitrine.kind.Form;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.StoppedException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs models in the background on a bounded pool of platform threads, and is the only caller of
/// [Model#predict].
///
/// Native code on a request's virtual thread starves every other request; here a run waits in a
/// bounded queue and works on a thread of its own, as many at once as the machine has cores. A run
/// that was told to stop and does not listen is given up after [#GRACE_MILLIS]: its caller is free
/// at once and a new thread takes the lost one's place.
public final class Runner implements AutoCloseable {
    /// Runs that may wait; one more is refused.
    public static final int QUEUE = 64;

    /// How long a run may go on after Stop before it is given up.
    public static final long GRACE_MILLIS = 150;

    /// Threads that may be lost to runs that do not end; past that the pool shrinks.
    private static final int MOST_LOST = 16;

    private record Job(Run run, @Nullable String liveKey) {}

    private final Object lock = new Object();
    private final Deque<Job> queue = new ArrayDeque<>();
    private final Set<Worker> workers = new HashSet<>();
    private final List<Consumer<Run>> listeners = new CopyOnWriteArrayList<>();
    private final History history = new History();
    private final int threads;
    private @Nullable ScheduledExecutorService watchdog;
    private int idle;
    private int lost;
    private long submitted;
    private boolean closed;

    /// A pool of as many threads as the machine has cores; they start when there is work.
    public Runner() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /// A pool of this many threads.
    public Runner(int threads) {
        this.threads = threads;
    }

    /// Asks for a run.
    ///
    /// @param inputs values that [Form] has passed
    /// @throws ProblemException where an input does not fit, or where the queue is full
    public Run submit(Model model, Values inputs, Origin origin) {
        return submit(model, inputs, origin, null);
    }

    /// Asks for a run that makes older ones of the same key needless: those that still wait are
    /// stopped.
    ///
    /// @param liveKey what the runs have in common, such as the page they are shown on
    /// @throws ProblemException where an input does not fit, or where the queue is full
    public Run submitLatest(Model model, Values inputs, Origin origin, String liveKey) {
        return submit(model, inputs, origin, liveKey);
    }

    private Run submit(Model model, Values inputs, Origin origin, @Nullable String liveKey) {
        List<Problem> problems = Form.check(model.signature(), inputs);
        if (!problems.isEmpty()) {
            throw new ProblemException(Fault.INPUT, problems, null);
        }
        Run run;
        synchronized (lock) {
            if (liveKey != null) {
                dropOlder(liveKey);
            }
            refuseIfFull();
            run = new Run(++submitted, model, inputs, origin);
            queue.addLast(new Job(run, liveKey));
            if (idle == 0 && workers.size() < threads) {
                hire();
            }
            lock.notifyAll();
        }
        history.follow(run, liveKey);
        run.stopSignal().onRequest(() -> giveUpLater(run));
        listeners.forEach(l -> l.accept(run));
        return run;
    }

    /// Calls a listener with every run as it is submitted, on the submitting thread; a listener
    /// must be quick.
    public Run.Watching onSubmit(Consumer<Run> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// The runs that have ended, newest first.
    public History history() {
        return history;
    }

    /// Runs that wait for a thread.
    public int waiting() {
        synchronized (lock) {
            return queue.size();
        }
    }

    /// Runs submitted since the start.
    public long submitted() {
        synchronized (lock) {
            return submitted;
        }
    }

    /// Stops everything and lets the threads go; runs that wait end as stopped.
    @Override
    public void close() {
        List<Worker> all;
        List<Job> waiting;
        synchronized (lock) {
            closed = true;
            waiting = List.copyOf(queue);
            queue.clear();
            all = List.copyOf(workers);
            lock.notifyAll();
        }
        waiting.forEach(job -> job.run().stop());
        all.forEach(Worker::stop);
        synchronized (lock) {
            if (watchdog != null) {
                watchdog.shutdown();
            }
        }
    }

    private void dropOlder(String liveKey) {
        for (Iterator<Job> jobs = queue.iterator(); jobs.hasNext(); ) {
            Job job = jobs.next();
            if (liveKey.equals(job.liveKey())) {
                jobs.remove();
                job.run().stop();
            }
        }
    }

    private void refuseIfFull() {
        if (closed) {
            throw new ProblemException(
                    Fault.BUSY,
                    Problem.of(
                            "closed", "Vitrine is closing and takes no new run; start it again."));
        }
        if (queue.size() >= QUEUE) {
            throw new ProblemException(
                    Fault.BUSY,
                    Problem.of(
                            "queue_full",
                            "%d runs are waiting already; try again when some have ended."
                                    .formatted(QUEUE)));
        }
        if (workers.isEmpty() && lost >= MOST_LOST) {
            throw new ProblemException(
                    Fault.BUSY,
                    Problem.of(
                            "threads_lost",
                            "%d runs were stopped and do not end; close Vitrine and start it again."
                                    .formatted(lost)));
        }
    }

    private void hire() {
        Worker worker = new Worker();
        workers.add(worker);
        worker.thread.start();
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
            watchdog.schedule(() -> giveUp(run), GRACE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void giveUp(Run run) {
        if (run.state().isFinal()) {
            return;
        }
        synchronized (lock) {
            workers.stream()
                    .filter(w -> w.current == run)
                    .findFirst()
                    .ifPresent(worker -> {
                        workers.remove(worker);
                        lost++;
                        worker.thread.interrupt();
                        if (lost < MOST_LOST && workers.size() < threads && !queue.isEmpty()) {
                            hire();
                        }
                    });
        }
        run.stopped();
    }

    /// Takes one run after the other; ends when it was given up, or when the runner is closed.
    private final class Worker implements Runnable {
        private final Thread thread =
                Thread.ofPlatform().name("vitrine-run").daemon().unstarted(this);
        private volatile @Nullable Run current;

        @Override
        public void run() {
            for (Run next = take(); next != null; next = take()) {
                work(next);
                if (wasGivenUp()) {
                    return;
                }
            }
        }

        void stop() {
            Run run = current;
            if (run != null) {
                run.stop();
            }
            thread.interrupt();
        }

        private @Nullable Run take() {
            synchronized (lock) {
                idle++;
                try {
                    while (queue.isEmpty() && !closed) {
                        lock.wait();
                    }
                    Job job = queue.pollFirst();
                    current = job == null ? null : job.run();
                    return current;
                } catch (InterruptedException e) {
                    return null;
                } finally {
                    idle--;
                }
            }
        }

        private boolean wasGivenUp() {
            synchronized (lock) {
                current = null;
                if (workers.contains(this)) {
                    return false;
                }
                lost--;
                return true;
            }
        }

        private void work(Run run) {
            if (!run.begin()) {
                return;
            }
            try {
                run.model().load();
                run.stopSignal().check();
                if (run.running()) {
                    run.done(
                            Form.outputs(
                                    run.model().signature(),
                                    run.model().predict(run.inputs(), run.context())));
                }
            } catch (Throwable e) {
                end(run, e);
            }
        }

        /// Everything a model can throw ends its run and nothing else, errors such as a stack
        /// overflow included.
        private void end(Run run, Throwable thrown) {
            if (thrown instanceof StoppedException || run.stopSignal().requested()) {
                run.stopped();
            } else if (thrown instanceof ProblemException problem) {
                run.failed(problem);
            } else {
                run.failed(
                        ProblemException.run(
                                "The model failed with %s; look at the log for where."
                                        .formatted(
                                                thrown.getMessage() == null
                                                        ? thrown.getClass().getSimpleName()
                                                        : "\"" + thrown.getMessage() + "\""),
                                thrown));
            }
        }
    }
}
