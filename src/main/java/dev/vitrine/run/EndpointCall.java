package dev.vitrine.run;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One call of a model over the endpoint, from the moment it came in; safe to use from any thread.
///
/// It does not keep its run in memory: what went in and came out is there as long as the [History]
/// has it.
public final class EndpointCall {
    /// How a call ended.
    ///
    /// @param status the HTTP status
    /// @param took from the request to the last byte of the answer
    /// @param received bytes of the request's body; -1 where nobody counted
    /// @param sent bytes of the answer's body; -1 where nobody counted
    public record Ending(int status, Duration took, long received, long sent) {}

    private final long number;
    private final Caller caller;
    private final String model;
    private final Runnable changed;
    private final Instant asked = Instant.now();
    private final long began = System.nanoTime();
    private volatile WeakReference<@Nullable Run> run = new WeakReference<>(null);
    private volatile String complaint = "";
    private volatile @Nullable Ending ending;

    EndpointCall(long number, Caller caller, String model, Runnable changed) {
        this.number = number;
        this.caller = caller;
        this.model = model;
        this.changed = changed;
    }

    /// Counts up with every call.
    public long number() {
        return number;
    }

    public Caller caller() {
        return caller;
    }

    /// The id of the model it asks for, whether there is one or not.
    public String model() {
        return model;
    }

    /// When it came in.
    public Instant asked() {
        return asked;
    }

    /// The time since then, or to its end.
    public Duration took() {
        Ending last = ending;
        return last == null ? Duration.ofNanos(System.nanoTime() - began) : last.took();
    }

    /// Its run, where it came to one and somebody still has it.
    public Optional<Run> run() {
        return Optional.ofNullable(run.get());
    }

    /// Why it was refused or failed, in a sentence; empty where it was not.
    public String complaint() {
        return complaint;
    }

    /// How it ended; nothing while it goes on.
    public Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /// Says which run it came to.
    public void ran(Run its) {
        run = new WeakReference<>(its);
        changed.run();
    }

    /// Says what is wrong with it.
    public void complain(String sentence) {
        complaint = sentence;
    }

    /// Says that it has been answered, or that its client has gone.
    public void end(int status, long received, long sent) {
        ending = new Ending(status, Duration.ofNanos(System.nanoTime() - began), received, sent);
        changed.run();
    }
}
