package dev.vitrine;

import dev.vitrine.signature.Signature;
import dev.vitrine.task.RunContext;
import dev.vitrine.tensor.StoppedException;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// How a demo's function speaks while it runs; what it says after its end is not heard. Safe to use
/// from any thread.
public final class Context {
    private final Signature signature;
    private final RunContext run;

    Context(Signature signature, RunContext run) {
        this.signature = signature;
        this.run = run;
    }

    /// Says how far the run is.
    ///
    /// @param fraction 0 to 1, or NaN where the end is not known
    public void progress(double fraction) {
        progress(fraction, "");
    }

    /// Says how far the run is, and what it is doing.
    ///
    /// @param fraction 0 to 1, or NaN where the end is not known
    /// @param message a few words for a person
    public void progress(double fraction, String message) {
        run.progress(fraction, message);
    }

    /// Shows outputs that are not final, some or all, in the forms that [Demo.Function] may give;
    /// each call takes the place of the one before. It may be called as often as one likes: of
    /// calls that come faster than a screen shows, the newest is seen.
    ///
    /// @throws dev.vitrine.signature.ProblemException where they are no values of the outputs
    public void show(Map<String, ? extends @Nullable Object> outputs) {
        run.partial(Converted.outputs(signature, outputs));
    }

    /// Shows one output that is not final.
    ///
    /// @throws dev.vitrine.signature.ProblemException where it is no value of the output
    public void show(String output, Object value) {
        show(Map.of(output, value));
    }

    /// Whether somebody has asked for the end. A function that does not ask is given up shortly
    /// after; its thread is interrupted then.
    public boolean isStopped() {
        return run.stop().requested();
    }

    /// Ends the run here where somebody has asked for the end.
    ///
    /// @throws StoppedException where somebody has; let it pass
    public void check() {
        run.stop().check();
    }
}
