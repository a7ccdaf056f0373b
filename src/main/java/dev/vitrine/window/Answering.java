package dev.vitrine.window;

import dev.vitrine.model.Model;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Outcome.Phase;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The run side of a demo: asks for runs, hears what they say, and holds what is to be shown of
/// them.
///
/// Lives on the window's thread; what a run says arrives there through [Background]. Runs are
/// numbered, and what an older one says never takes the place of what a newer one said.
final class Answering implements AutoCloseable {
    private Model model;
    private final Runner runner;
    private final Background background;
    private final Supplier<Values> inputs;
    private final BooleanSupplier live;
    private final ReadOnlyObjectWrapper<Outcome> outcome =
            new ReadOnlyObjectWrapper<>(Outcome.NOTHING);

    private Values ranWith = Values.NONE;
    private @Nullable Run newest;
    private long shown;
    private boolean closed;

    /// @param inputs the inputs as they stand
    /// @param live whether runs follow these without a press of Run
    Answering(
            Model model,
            Runner runner,
            Background background,
            Supplier<Values> inputs,
            BooleanSupplier live) {
        this.model = model;
        this.runner = runner;
        this.background = background;
        this.inputs = inputs;
        this.live = live;
    }

    ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    boolean isRunning() {
        return outcome.get().phase() == Phase.RUNNING;
    }

    /// Runs with the inputs as they stand; where they do not fit, says what is wrong with them.
    ///
    /// @param joining whether it is one of a row of runs of which only the last is of interest
    void submit(boolean joining) {
        Values now = inputs.get();
        Run run;
        try {
            if (!joining) {
                abandon();
            }
            run =
                    joining
                            ? runner.submitLatest(model, now, Origin.WINDOW, "window " + model.id())
                            : runner.submit(model, now, Origin.WINDOW);
        } catch (ProblemException e) {
            refuse(e);
            return;
        }
        newest = run;
        ranWith = now;
        run.watch(new Newest<>(background::show, this::hear));
    }

    /// Asks the run that is under way to end; what is shown stays.
    void stop() {
        if (newest != null) {
            newest.stop();
        }
    }

    /// Forgets the run that is under way: it is asked to end, and what it still says is not heard.
    void abandon() {
        Run run = newest;
        newest = null;
        if (run != null) {
            shown = run.id();
            run.stop();
        }
    }

    /// Forgets the run that is under way, and shows nothing.
    void clear() {
        abandon();
        outcome.set(Outcome.NOTHING);
    }

    /// Shows why there is nothing to run.
    void fail(ProblemException why) {
        abandon();
        outcome.set(Outcome.NOTHING.failed(why));
    }

    /// Shows an earlier run of this model again.
    ///
    /// @param given what stands in the fields for it
    void show(Run past, Values given) {
        abandon();
        ranWith = given;
        outcome.set(Outcome.of(past));
    }

    /// The inputs are others: what is shown may be out of date, and what was wrong with these.
    ///
    /// @param which the inputs that changed, by name
    void changed(Predicate<String> which) {
        compare();
        outcome.set(outcome.get().without(which));
    }

    /// Looks whether what is shown came of the inputs as they stand.
    void compare() {
        Outcome was = outcome.get();
        outcome.set(was.withStale(was.hasOutputs() && !inputs.get().equals(ranWith)));
    }

    /// Goes on with the same model under another signature.
    ///
    /// @param same whether what is shown is what it would answer too; else nothing is shown
    void become(Model next, boolean same) {
        model = next;
        if (!same) {
            clear();
            ranWith = Values.NONE;
        }
    }

    /// Ends what is under way; nothing arrives here any more.
    @Override
    public void close() {
        closed = true;
        abandon();
    }

    /// Inputs that do not fit leave what is shown alone; anything else is told in its place.
    private void refuse(ProblemException e) {
        outcome.set(
                e.fault() == ProblemException.Fault.INPUT
                        ? outcome.get().withProblems(e.problems())
                        : outcome.get().failed(e));
    }

    /// While somebody still writes, what a model cannot use yet is no failure: it is told under the
    /// field, and the answer waits.
    private Outcome failed(Outcome was, ProblemException why) {
        return live.getAsBoolean() && why.fault() == ProblemException.Fault.INPUT
                ? Outcome.NOTHING.withProblems(why.problems())
                : was.failed(why);
    }

    private void hear(Run run) {
        if (closed || run.id() < shown || run != newest && run.id() == shown) {
            return;
        }
        boolean last = run == newest;
        if (run.state() == Run.State.DONE) {
            done(run, last);
        } else if (last) {
            Outcome was = outcome.get();
            outcome.set(
                    switch (run.state()) {
                        case QUEUED, LOADING, RUNNING, DONE ->
                                run.partial()
                                        .map(some -> was.partly(some, run))
                                        .orElseGet(() -> was.running(run));
                        case FAILED -> failed(was, run.failure().orElseThrow());
                        case STOPPED -> was.stopped();
                    });
        }
    }

    /// An older run may show its outputs while the newest is still under way.
    private void done(Run run, boolean last) {
        shown = run.id();
        Values all = run.outputs().orElse(Values.NONE);
        outcome.set(
                outcome.get()
                        .shows(all, run.inputs(), last ? Phase.RESULT : Phase.RUNNING, newest));
        compare();
    }
}
