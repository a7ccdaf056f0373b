package dev.vitrine.run;

import dev.vitrine.kind.Form;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.signature.Values;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Runs models in the background on a bounded pool of platform threads; nothing else calls
/// [Model#predict].
///
/// Callers take turns, so that a hundred calls of one hold up no call of another by more than one
/// run of each.
///
/// Calls of one model that wait at the same moment are stacked into one call of its network where
/// that was measured to gain; nobody waits for more to come.
///
/// Native code on a request's virtual thread starves every other request; here a run waits in a
/// bounded queue and works on a thread of its own, as many at once as the machine has cores. A run
/// that was told to stop and does not listen is given up after [#GRACE_MILLIS]: its caller is free
/// at once and a new thread takes the lost one's place.
public final class Runner implements AutoCloseable {
    /// Runs that may wait; one more is refused.
    public static final int QUEUE = 64;

    /// Places beyond [#QUEUE] for callers who have nothing waiting, so that one who fills the queue
    /// shuts nobody else out.
    public static final int NEWCOMERS = 16;

    /// How long a run may go on after Stop before it is given up.
    public static final long GRACE_MILLIS = 150;

    /// Threads that may be lost to runs that do not end; past that the pool shrinks.
    static final int MOST_LOST = 16;

    private final Pool pool;
    private final Sweeper sweeper = new Sweeper();
    private final History history = new History();
    private final CallLog calls = new CallLog();
    private final AtomicLong submitted = new AtomicLong();
    private final List<Consumer<Run>> listeners = new CopyOnWriteArrayList<>();

    /// A pool of as many threads as the machine has cores; they start when there is work.
    public Runner() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /// A pool of this many threads.
    public Runner(int threads) {
        pool = new Pool(threads);
    }

    /// Asks for a run.
    ///
    /// @param inputs values that [Form] has passed
    /// @throws ProblemException where an input does not fit, or where the queue is full
    public Run submit(Model model, Values inputs, Origin origin) {
        return submit(model, inputs, Caller.of(origin));
    }

    /// Asks for a run on behalf of one of several clients of a face.
    ///
    /// @throws ProblemException where an input does not fit, or where the queue is full
    public Run submit(Model model, Values inputs, Caller caller) {
        return submit(model, inputs, caller, null);
    }

    /// Asks for a run that makes older ones of the same key needless: those that still wait are
    /// stopped.
    ///
    /// @param liveKey what the runs have in common, such as the page they are shown on
    /// @throws ProblemException where an input does not fit, or where the queue is full
    public Run submitLatest(Model model, Values inputs, Origin origin, String liveKey) {
        return submit(model, inputs, Caller.of(origin), liveKey);
    }

    private Run submit(Model model, Values inputs, Caller caller, @Nullable String liveKey) {
        List<Problem> problems = Form.check(model.signature(), inputs);
        if (!problems.isEmpty()) {
            throw new ProblemException(Fault.INPUT, problems, null);
        }
        long number = submitted.incrementAndGet();
        if (number == 1) {
            sweeper.start();
        }
        Run run = new Run(number, model, inputs, caller, pool::place);
        history.follow(run, liveKey);
        pool.add(run, liveKey);
        listeners.forEach(l -> l.accept(run));
        return run;
    }

    /// Calls a listener with every run as it is submitted, on the submitting thread; a listener
    /// must be quick.
    public Run.Watching onSubmit(Consumer<Run> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// The runs that have ended, newest first.
    public History history() {
        return history;
    }

    /// The calls that came over the endpoint.
    public CallLog calls() {
        return calls;
    }

    /// Runs that wait for a thread.
    public int waiting() {
        return pool.waiting();
    }

    /// What stacking calls of a model gains; nothing where it was not measured, because it has not
    /// run yet, or its calls cannot be stacked.
    public Optional<BatchGain> batching(Model model) {
        return pool.gain(model);
    }

    /// Stops everything and lets the threads go; runs that wait end as stopped.
    @Override
    public void close() {
        sweeper.close();
        pool.close();
    }
}
