package dev.vitrine.run;

import dev.vitrine.model.Model;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// The runs that wait for a thread: callers take turns, older ones of a live row are dropped, and
/// there is a bound. Not safe to use from several threads.
final class WaitingRuns {
    private record Job(Run run, @Nullable String liveKey) {}

    private final Lanes<Caller, Job> jobs = new Lanes<>();

    /// Adds a run.
    ///
    /// @param liveKey as [#dropOlder] knows it; null for none
    void add(Run run, @Nullable String liveKey) {
        jobs.add(run.caller(), new Job(run, liveKey));
    }

    /// Stops those of a live row, in favour of a newer one.
    void dropOlder(String liveKey) {
        jobs.removeIf(job -> {
            boolean older = liveKey.equals(job.liveKey());
            if (older) {
                job.run().stop();
            }
            return older;
        });
    }

    /// Whoever has nothing waiting finds a place longer than whoever filled the queue.
    boolean hasRoomFor(Caller caller) {
        if (jobs.size() >= Runner.QUEUE) {
            dropStopped();
        }
        int most = jobs.has(caller) ? Runner.QUEUE : Runner.QUEUE + Runner.NEWCOMERS;
        return jobs.size() < most;
    }

    /// Takes the next, and those of its model that wait too, as far as they are to run together;
    /// leaves the other threads their share.
    ///
    /// @param most how many runs of a model may go together
    /// @return empty where nobody waits
    List<Run> next(int threads, ToIntFunction<Model> most) {
        Job first = jobs.poll();
        if (first == null) {
            return List.of();
        }
        Model model = first.run().model();
        int together = jobs.size() == 0 ? 1 : most.applyAsInt(model);
        if (together == 1) {
            return List.of(first.run());
        }
        List<Job> same =
                jobs.inOrder().stream()
                        .filter(job -> job.run().model() == model && !job.run().state().isFinal())
                        .toList();
        int share = Math.min(together, Math.ceilDiv(same.size() + 1, threads));
        List<Job> others = same.subList(0, share - 1);
        jobs.removeIf(others::contains);
        return Stream.concat(Stream.of(first), others.stream()).map(Job::run).toList();
    }

    /// Those that still want to run, in the order in which they will.
    List<Run> inOrder() {
        dropStopped();
        return jobs.inOrder().stream().map(Job::run).toList();
    }

    /// How many there are, those included that were stopped and not dropped yet.
    int size() {
        return jobs.size();
    }

    void clear() {
        jobs.clear();
    }

    /// Whoever has left takes no room from those who come.
    private void dropStopped() {
        jobs.removeIf(job -> job.run().state().isFinal());
    }
}
