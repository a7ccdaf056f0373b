package dev.vitrine.run;

import dev.vitrine.model.Model;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.WeakHashMap;

/// How long runs take, and when one that waits will begin. Not safe to use from several threads.
///
/// A model's time is the exponentially weighted mean of the time in the model of its runs that were
/// done, the newest with a quarter of the weight; loading is left out, for it comes once. What is
/// left of a run that is under way is its model's mean less the time it took, or what the fraction
/// leaves that it tells of itself. Those that wait are then given to the threads one after the
/// other, each to the one that is free first.
final class Pace {
    private static final double NEWEST = 0.25;

    /// The least fraction from which a run's own word about itself is believed.
    private static final double TELLING = 0.05;

    /// Nanoseconds by model.
    private final Map<Model, Double> means = new WeakHashMap<>();

    /// Learns from a run that has ended.
    ///
    /// @param together runs that ended with it, itself included, and took no time beside it
    void learn(Run run, int together) {
        if (run.state() == Run.State.DONE) {
            double took = (double) run.took().toNanos() / together;
            means.merge(run.model(), took, (mean, newest) -> mean + NEWEST * (newest - mean));
        }
    }

    /// How long until a thread is free for whoever comes after those that wait.
    ///
    /// @param running the runs under way, of which there are as many as threads
    /// @param ahead those that begin first, in order
    /// @return nothing where a run is of a model that was never done
    Optional<Duration> until(List<Run> running, List<Run> ahead) {
        double[] free = new double[Math.max(1, running.size())];
        for (int i = 0; i < running.size(); i++) {
            OptionalDouble left = left(running.get(i));
            if (left.isEmpty()) {
                return Optional.empty();
            }
            free[i] = left.getAsDouble();
        }
        for (Run run : ahead) {
            Double mean = means.get(run.model());
            if (mean == null) {
                return Optional.empty();
            }
            Arrays.sort(free);
            free[0] += mean;
        }
        return Optional.of(Duration.ofNanos((long) Arrays.stream(free).min().orElse(0)));
    }

    private OptionalDouble left(Run run) {
        double took = run.took().toNanos();
        double fraction = run.progress().fraction();
        if (fraction >= TELLING) {
            return OptionalDouble.of(took * (1 - fraction) / fraction);
        }
        Double mean = means.get(run.model());
        return mean == null ? OptionalDouble.empty() : OptionalDouble.of(Math.max(0, mean - took));
    }
}
