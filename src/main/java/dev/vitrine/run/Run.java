package dev.vitrine.run;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Secrets;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/// One call of a model, from the moment it was asked for; safe to use from any thread.
public final class Run {
    /// Where a run is; the last three are final.
    public enum State {
        QUEUED,
        LOADING,
        RUNNING,
        DONE,
        FAILED,
        STOPPED;

        /// Whether nothing more will happen.
        public boolean isFinal() {
            return this == DONE || this == FAILED || this == STOPPED;
        }
    }

    /// What ends a [#watch].
    @FunctionalInterface
    public interface Watching extends AutoCloseable {
        @Override
        void close();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private final long id;
    private final Model model;
    private volatile Values inputs;
    private final Caller caller;
    private final Function<Run, Optional<QueuePlace>> queue;
    private final Instant asked = Instant.now();
    private final Stop stop = new Stop();
    private final List<Consumer<Run>> watchers = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Values> result = new CompletableFuture<>();
    private volatile State state = State.QUEUED;
    private volatile Progress progress = Progress.UNKNOWN;
    private volatile @Nullable Values partial;
    private volatile @Nullable Values outputs;
    private volatile @Nullable ProblemException failure;
    private volatile boolean givenUp;
    private volatile boolean joined;
    private volatile long began;
    private volatile long ended;

    /// @param queue tells where a run stands that waits
    Run(
            long id,
            Model model,
            Values inputs,
            Caller caller,
            Function<Run, Optional<QueuePlace>> queue) {
        this.id = id;
        this.model = model;
        this.inputs = inputs;
        this.caller = caller;
        this.queue = queue;
    }

    /// Counts up with every submission to one [Runner].
    public long id() {
        return id;
    }

    public Model model() {
        return model;
    }

    /// What it was given; without the secrets once it has ended.
    public Values inputs() {
        return inputs;
    }

    /// Who asked for it.
    public Caller caller() {
        return caller;
    }

    /// The face it came from.
    public Origin origin() {
        return caller.origin();
    }

    /// When somebody asked for it.
    public Instant asked() {
        return asked;
    }

    public State state() {
        return state;
    }

    public Progress progress() {
        return progress;
    }

    /// Where it stands in the queue as of now, while it waits in one; watchers are not told when
    /// that changes, so look again.
    public Optional<QueuePlace> place() {
        return state == State.QUEUED ? queue.apply(this) : Optional.empty();
    }

    /// Outputs that are not final, where the run has shown any.
    public Optional<Values> partial() {
        return Optional.ofNullable(partial);
    }

    /// The outputs of a run that is done.
    public Optional<Values> outputs() {
        return Optional.ofNullable(outputs);
    }

    /// Why a run failed.
    public Optional<ProblemException> failure() {
        return Optional.ofNullable(failure);
    }

    /// The time in the model so far, or in all where the run has ended; zero while it waits.
    public Duration took() {
        long from = began;
        if (from == 0) {
            return Duration.ZERO;
        }
        long to = ended;
        return Duration.ofNanos((to == 0 ? System.nanoTime() : to) - from);
    }

    /// Bytes of its inputs and outputs, roughly.
    public long weight() {
        return weight(model.signature().inputs(), inputs)
                + outputs().map(o -> weight(model.signature().outputs(), o)).orElse(0L);
    }

    private static long weight(List<Port> ports, Values values) {
        return ports.stream()
                .mapToLong(p -> values.find(p.name()).map(v -> Kinds.weight(p, v)).orElse(0L))
                .sum();
    }

    /// Asks the run to end early. A run that waits ends at once; one in native code or in a loop
    /// ends at its next chance; one that does not listen is given up by the [Runner] shortly after.
    public void stop() {
        if (!finishIfQueued()) {
            stop.request();
            if (joined) {
                stopped();
            }
        }
    }

    /// Ends a run that can no longer begin.
    void refuse(ProblemException why) {
        failed(why);
    }

    /// Whether it was stopped, did not listen and was left alone: its code may go on in the
    /// background.
    public boolean isGivenUp() {
        return givenUp;
    }

    /// Waits for the end.
    ///
    /// @throws ProblemException where the run failed
    /// @throws StoppedException where it was stopped
    public Values await() {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /// Calls a watcher on every change, on the thread that makes it, and once now; a watcher must
    /// be quick.
    public Watching watch(Consumer<Run> watcher) {
        watchers.add(watcher);
        watcher.accept(this);
        return () -> watchers.remove(watcher);
    }

    Stop stopSignal() {
        return stop;
    }

    /// Loads the model where it has to, runs it, and ends as it ends; on the calling thread.
    void execute() {
        step(() -> {
            open();
            done(model.predict(inputs, context()));
        });
    }

    /// Says that the run goes on together with others, whom its Stop must not wait for.
    void join() {
        joined = true;
        if (stop.requested()) {
            stopped();
        }
    }

    /// Does a part of the run.
    ///
    /// Everything a model can throw ends its run and nothing else, errors such as a stack overflow
    /// included.
    void step(Runnable part) {
        if (state.isFinal()) {
            return;
        }
        try {
            part.run();
        } catch (UndeclaredThrowableException thrown) {
            // how a function's checked exception leaves it
            end(thrown.getUndeclaredThrowable());
        } catch (Throwable thrown) {
            end(thrown);
        }
    }

    /// Leaves the queue, and loads the model where it has to.
    ///
    /// @throws StoppedException where the run was stopped before
    void open() {
        if (!move(State.QUEUED, State.LOADING)) {
            throw new StoppedException();
        }
        changed();
        model.load(context());
        stop.check();
        began = System.nanoTime();
        if (!move(State.LOADING, State.RUNNING)) {
            throw new StoppedException();
        }
        changed();
    }

    /// Ends with what the model gave.
    ///
    /// @throws ProblemException where that is not what it declares
    void done(Values given) {
        Values whole = Form.outputs(model.signature(), given);
        end(State.DONE, () -> outputs = whole, () -> result.complete(whole));
    }

    private void end(Throwable thrown) {
        if (thrown instanceof StoppedException || stop.requested()) {
            stopped();
        } else {
            if (!(thrown instanceof ProblemException)) {
                LOG.debug("Run {} of {} failed", id, model.id(), thrown);
            }
            failed(Failure.of(thrown));
        }
    }

    /// Ends a run that was asked to and does not; what it still does is not heard.
    void giveUp() {
        givenUp = !state.isFinal();
        stopped();
    }

    void stopped() {
        end(State.STOPPED, () -> {}, () -> result.completeExceptionally(new StoppedException()));
    }

    private void failed(ProblemException why) {
        end(State.FAILED, () -> failure = why, () -> result.completeExceptionally(why));
    }

    /// The voice the model speaks with; it falls silent when the run has ended.
    private RunContext context() {
        return new RunContext() {
            @Override
            public void progress(double fraction, String message) {
                Progress now = new Progress(fraction, message);
                say(() -> progress = now);
            }

            @Override
            public void partial(Values outputs) {
                say(() -> partial = outputs);
            }

            @Override
            public Stop stop() {
                return stop;
            }
        };
    }

    /// Keeps what the model says, unless the run has ended.
    private void say(Runnable keep) {
        synchronized (this) {
            if (state.isFinal()) {
                return;
            }
            keep.run();
        }
        changed();
    }

    private boolean finishIfQueued() {
        if (!move(State.QUEUED, State.STOPPED)) {
            return false;
        }
        forgetSecrets();
        result.completeExceptionally(new StoppedException());
        changed();
        return true;
    }

    /// Whoever keeps a run keeps no password with it.
    private void forgetSecrets() {
        inputs = Secrets.without(model.signature().inputs(), inputs);
    }

    private synchronized boolean move(State from, State to) {
        if (state != from) {
            return false;
        }
        state = to;
        return true;
    }

    /// Outputs or failure are there before the final state is, and those who wait go on after the
    /// watchers were told: what they see then, the history included, is whole.
    private void end(State last, Runnable keep, Runnable release) {
        synchronized (this) {
            if (state.isFinal()) {
                return;
            }
            ended = System.nanoTime();
            keep.run();
            state = last;
            forgetSecrets();
        }
        try {
            changed();
        } finally {
            release.run();
        }
    }

    /// A watcher that fails keeps neither the others from hearing nor the run from ending.
    private void changed() {
        for (Consumer<Run> watcher : watchers) {
            try {
                watcher.accept(this);
            } catch (RuntimeException e) {
                LOG.error("Somebody who watches run {} of {} failed", id, model.id(), e);
            }
        }
    }
}
