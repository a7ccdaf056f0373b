package dev.vitrine.window.kind;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.FxThread;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// What was dropped or pasted and is still being read; several may be under way, and each arrives.
public final class Arrivals {
    private final Runnable changed;
    private int reading;
    private long request;

    /// @param changed called where something has begun or ended
    public Arrivals(Runnable changed) {
        this.changed = changed;
    }

    /// Reads in the background.
    ///
    /// @param arrived gets what was read, unless all has been forgotten meanwhile
    /// @param refused gets why nothing was
    public <T> void read(
            Callable<T> work, Consumer<T> arrived, Consumer<ProblemException> refused) {
        long mine = request;
        reading++;
        changed.run();
        FxThread.background(work, found -> end(mine, found, arrived), e -> end(mine, e, refused));
    }

    private <T> void end(long mine, T news, Consumer<T> taker) {
        if (mine == request) {
            reading--;
            taker.accept(news);
            changed.run();
        }
    }

    /// Lets nothing arrive any more that is on its way, because another value was set.
    public void forget() {
        request++;
        reading = 0;
    }

    /// Whether something is on its way.
    public boolean isReading() {
        return reading > 0;
    }
}
