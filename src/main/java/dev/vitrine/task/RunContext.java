package dev.vitrine.task;

import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Stop;

/// What a run may say and ask while it works; safe to use from the thread that runs.
public interface RunContext {
    /// Says how far the run is.
    ///
    /// @param fraction 0 to 1, or NaN where the end is not known
    /// @param message a few words for a person; may be empty
    void progress(double fraction, String message);

    /// Shows outputs that are not final; each call takes the place of the one before.
    void partial(Values outputs);

    /// The caller's wish for an early end.
    Stop stop();

    /// A context whose words nobody reads, for tests and single calls.
    static RunContext silent(Stop stop) {
        return new RunContext() {
            @Override
            public void progress(double fraction, String message) {}

            @Override
            public void partial(Values outputs) {}

            @Override
            public Stop stop() {
                return stop;
            }
        };
    }
}
