package dev.vitrine.http.exchange;

import dev.vitrine.run.Progress;
import dev.vitrine.run.QueuePlace;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Values;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// A client that is told what a run says while it goes on, in a form of its own; each method throws
/// [IOException] where the client has gone.
public interface RunListener {
    /// Where the run is.
    ///
    /// @param place where it stands in the queue; null where it is in none
    void progress(Run.State state, Progress progress, @Nullable QueuePlace place)
            throws IOException;

    /// Outputs that are not final, some or all.
    void partial(Values shown) throws IOException;

    /// The outputs, at the end.
    void result(Values outputs) throws IOException;

    /// Why there are none, at the end.
    void wrong(Wrong why) throws IOException;

    /// Nothing but that this side is still there.
    void sign() throws IOException;

    /// Whether the client has gone.
    boolean isGone();
}
