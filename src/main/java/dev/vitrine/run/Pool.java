package dev.vitrine.run;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The bounded queue and the platform threads behind a [Runner].
///
/// Java's executors can neither drop what waits by a key nor let go of a thread that does not come
/// back, which is what latest-wins and Stop need.
final class Pool {
    private record Job(Run run, @Nullable String liveKey) {}

    private final Object lock = new Object();
    private final Deque<Job> queue = new ArrayDeque<>();
    private final Set<Worker> workers = new HashSet<>();
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
                dropOlder(liveKey);
            }
            refuseIfFull();
            queue.addLast(new Job(run, liveKey));
            if (idle == 0) {
                hireIfAllowed();
            }
            lock.notifyAll();
        }
        run.stopSignal().onRequest(() -> giveUpLater(run));
    }

    int waiting() {
        synchronized (lock) {
            dropStopped();
            return queue.size();
        }
    }

    void close() {
        List<Worker> all;
        List<Job> waiting;
        synchronized (lock) {
            closed = true;
            waiting = List.copyOf(queue);
            queue.clear();
            all = List.copyOf(workers);
            if (watchdog != null) {
                watchdog.shutdown();
            }
            lock.notifyAll();
        }
        waiting.forEach(job -> job.run().stop());
        all.forEach(Worker::stop);
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

    /// Whoever has left takes no room from those who come.
    private void dropStopped() {
        queue.removeIf(job -> job.run().state().isFinal());
    }

    private void refuseIfFull() {
        dropStopped();
        if (closed) {
            throw busy("closed", "Vitrine is closing and takes no new run; start it again.");
        }
        if (queue.size() >= Runner.QUEUE) {
            throw busy(
                    "queue_full",
                    "%d runs are waiting already; try again when some have ended."
                            .formatted(Runner.QUEUE));
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
        if (run.state().isFinal()) {
            return;
        }
        List<Job> stranded = List.of();
        @Nullable ProblemException why = null;
        synchronized (lock) {
            workers.stream().filter(w -> w.current == run).findFirst().ifPresent(this::lose);
            if (noThreadIsLeft()) {
                stranded = List.copyOf(queue);
                queue.clear();
                why = threadsLost();
            }
        }
        run.giveUp();
        for (Job job : stranded) {
            job.run().refuse(Objects.requireNonNull(why));
        }
    }

    private void lose(Worker worker) {
        workers.remove(worker);
        lost++;
        worker.thread.interrupt();
        if (!queue.isEmpty()) {
            hireIfAllowed();
        }
    }

    /// Takes one run after the other; ends when it was given up, or when the pool is closed.
    private final class Worker implements Runnable {
        private final Thread thread =
                Thread.ofPlatform().name("vitrine-run").daemon().unstarted(this);
        private volatile @Nullable Run current;

        @Override
        public void run() {
            for (Run next = take(); next != null; next = take()) {
                next.execute();
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
                    // A function may have left its own interrupt behind, which would end this
                    // thread at its next wait.
                    Thread.interrupted();
                    return false;
                }
                lost--;
                if (!queue.isEmpty()) {
                    hireIfAllowed();
                }
                return true;
            }
        }
    }
}
