package dev.vitrine.run;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The runs that have ended, with what went in and came out: the last 200 of them or 256 MB,
/// whichever is less.
///
/// Of a row of live runs with one key only the newest is kept, so that a drawn line does not push
/// everything else out.
public final class History {
    /// The most runs that are kept.
    public static final int MOST_RUNS = 200;

    /// The most bytes of values that are kept.
    public static final long MOST_BYTES = 256L << 20;

    private record Entry(Run run, @Nullable String liveKey, long weight) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private long weight;

    History() {}

    /// The runs, newest first.
    public synchronized List<Run> runs() {
        return entries.stream().map(Entry::run).toList();
    }

    /// Bytes of the values that are kept, roughly.
    public synchronized long weight() {
        return weight;
    }

    /// Forgets runs.
    ///
    /// @param which those to forget
    /// @return brings them back, between what has come since, where there still is room
    public Runnable forget(Predicate<Run> which) {
        List<Entry> gone;
        synchronized (this) {
            gone = entries.stream().filter(entry -> which.test(entry.run())).toList();
            entries.removeAll(gone);
            weight -= gone.stream().mapToLong(Entry::weight).sum();
        }
        watchers.forEach(Runnable::run);
        return () -> bringBack(gone);
    }

    private void bringBack(List<Entry> gone) {
        synchronized (this) {
            List<Entry> all =
                    Stream.concat(entries.stream(), gone.stream())
                            .distinct()
                            .sorted(Comparator.comparingLong((Entry e) -> e.run().id()).reversed())
                            .toList();
            entries.clear();
            entries.addAll(all);
            weight = all.stream().mapToLong(Entry::weight).sum();
            trim();
        }
        watchers.forEach(Runnable::run);
    }

    /// Calls a watcher after every change, on the thread that makes it; a watcher must be quick.
    public Run.Watching watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    void follow(Run run, @Nullable String liveKey) {
        if (run.origin() == Origin.SELF_TEST) {
            return;
        }
        run.watch(r -> {
            if (r.state() == Run.State.DONE || r.state() == Run.State.FAILED) {
                add(new Entry(r, liveKey, r.weight()));
            }
        });
    }

    private void add(Entry entry) {
        synchronized (this) {
            Entry newest = entries.peekFirst();
            if (newest != null
                    && entry.liveKey() != null
                    && entry.liveKey().equals(newest.liveKey())) {
                weight -= entries.removeFirst().weight();
            }
            entries.addFirst(entry);
            weight += entry.weight();
            trim();
        }
        watchers.forEach(Runnable::run);
    }

    private void trim() {
        while (entries.size() > MOST_RUNS || weight > MOST_BYTES) {
            weight -= entries.removeLast().weight();
        }
    }
}
