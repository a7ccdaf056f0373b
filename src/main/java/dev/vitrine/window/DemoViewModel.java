package dev.vitrine.window;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.model.Model;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Outcome.Phase;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One demo: its inputs as they stand, the run that is under way, and what is to be shown of it.
///
/// Lives on the window's thread; what a run says arrives there through [Background]. Runs are
/// numbered, and what an older one says never takes the place of what a newer one said.
final class DemoViewModel implements AutoCloseable {
    private final Model model;
    private final Runner runner;
    private final Background background;
    private final Values standard;
    private final Inputs inputs;
    private final ReadOnlyObjectWrapper<Outcome> outcome =
            new ReadOnlyObjectWrapper<>(Outcome.NOTHING);
    private final BooleanProperty live = new SimpleBooleanProperty();

    private final SelfCheck check = new SelfCheck();

    private Values ranWith = Values.NONE;
    private @Nullable Run newest;
    private long shown;
    private int asked;
    private boolean closed;

    /// A demo that has not run.
    ///
    /// @param standard the inputs to begin with, as [#standard(Model)] gives them
    DemoViewModel(Model model, Values standard, Runner runner, Background background) {
        this.model = model;
        this.standard = standard;
        this.runner = runner;
        this.background = background;
        this.inputs = new Inputs(model.signature(), standard, System::nanoTime);
        live.set(model.signature().live());
        live.subscribe(on -> {
            if (on) {
                follow();
            }
        });
    }

    /// The defaults of a model's inputs; decodes, so ask for it in the background.
    static Values standard(Model model) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Port port : model.signature().inputs()) {
            if (port.standard() != null) {
                values.put(
                        port.name(),
                        Kinds.of(port).decode(port, new Raw.Json(Json.of(port.standard()))));
            }
        }
        return new Values(values);
    }

    Model model() {
        return model;
    }

    /// The inputs as they stand; an input without a value is missing from them.
    ReadOnlyObjectProperty<Values> inputsProperty() {
        return inputs.property();
    }

    ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// The number of the example that the inputs hold, from 1; 0 where they hold none.
    ReadOnlyIntegerProperty exampleProperty() {
        return inputs.exampleProperty();
    }

    /// Whether the outputs follow the inputs without a press of Run.
    BooleanProperty liveProperty() {
        return live;
    }

    /// What its self-test found.
    ReadOnlyObjectProperty<SelfCheck.State> checkProperty() {
        return check.stateProperty();
    }

    /// Begins the self-test in the background, once.
    void checkItself() {
        check.start(model, runner, background);
    }

    /// Gives an input a value, or none.
    void put(String port, @Nullable Object value) {
        put(port, value, false);
    }

    /// Gives an input the value that its editor's own undo or redo has brought back.
    void rewind(String port, @Nullable Object value) {
        put(port, value, true);
    }

    /// Takes the value that an input's editor stands at before anybody has touched it.
    void adopt(String port, Object value) {
        inputs.adopt(port, value);
    }

    private void put(String port, @Nullable Object value, boolean rewinding) {
        if (inputs.put(port, value, rewinding)) {
            changed();
            outcome.set(outcome.get().without(port::equals));
            followIfLive();
        }
    }

    /// Takes back the last change of the inputs; does nothing where there is none.
    void undo() {
        if (inputs.undo()) {
            restored();
        }
    }

    /// Makes the change again that was taken back last; does nothing where there is none.
    void redo() {
        if (inputs.redo()) {
            restored();
        }
    }

    private void restored() {
        asked++;
        changed();
        outcome.set(outcome.get().without(port -> true));
        followIfLive();
    }

    /// Runs with the inputs as they stand; where they do not fit, says what is wrong with them.
    void run() {
        if (isRunning()) {
            return;
        }
        submit(live.get());
    }

    /// Asks the run that is under way to end; the inputs and what is shown stay.
    void stop() {
        if (newest != null) {
            newest.stop();
        }
    }

    /// Puts the inputs back to their defaults and shows nothing.
    void clear() {
        asked++;
        abandon();
        change(standard, 0);
        outcome.set(Outcome.NOTHING);
    }

    /// Takes the inputs of an example and runs it.
    ///
    /// @param number from 1, in declared order
    void example(int number) {
        Example chosen = model.signature().examples().get(number - 1);
        int turn = ++asked;
        background.work(
                () -> Form.decode(model.signature(), model.read(chosen)),
                values -> {
                    if (turn == asked && !closed) {
                        change(values, number);
                        // Somebody chose it: it keeps a place of its own among the past runs.
                        submit(false);
                    }
                },
                why -> {
                    if (turn == asked && !closed) {
                        abandon();
                        outcome.set(Outcome.NOTHING.failed(why));
                    }
                });
    }

    /// Takes inputs that were there before.
    void use(Values before) {
        asked++;
        change(before, 0);
        outcome.set(outcome.get().without(port -> true));
        followIfLive();
    }

    /// Shows an earlier run of this model again, its inputs and what came of them.
    void show(Run past) {
        asked++;
        abandon();
        change(past.inputs(), 0);
        ranWith = past.inputs();
        outcome.set(Outcome.of(past));
    }

    boolean isRunning() {
        return outcome.get().phase() == Phase.RUNNING;
    }

    /// Ends what is under way; nothing arrives here any more.
    @Override
    public void close() {
        closed = true;
        abandon();
    }

    private void change(Values now, int number) {
        inputs.put(now, number);
        changed();
    }

    private void changed() {
        Outcome was = outcome.get();
        outcome.set(was.withStale(was.hasOutputs() && !inputs.get().equals(ranWith)));
    }

    private void followIfLive() {
        if (live.get()) {
            follow();
        }
    }

    /// The live mode: runs where the inputs allow it, and shows nothing where one is missing.
    private void follow() {
        List<Problem> wrong = Form.check(model.signature(), inputs.get());
        if (wrong.isEmpty()) {
            submit(true);
        } else if (wrong.stream().anyMatch(p -> p.type().equals("missing"))) {
            abandon();
            outcome.set(Outcome.NOTHING);
        }
    }

    /// @param joining whether it is one of a row of runs of which only the last is of interest
    private void submit(boolean joining) {
        Values now = inputs.get();
        Run run;
        try {
            if (!joining) {
                abandon();
            }
            run =
                    joining
                            ? runner.submitLatest(model, now, Origin.WINDOW, liveKey())
                            : runner.submit(model, now, Origin.WINDOW);
        } catch (ProblemException e) {
            refuse(e);
            return;
        }
        newest = run;
        ranWith = now;
        run.watch(new Newest<>(background::show, this::hear));
    }

    private String liveKey() {
        return "window " + model.id();
    }

    /// Inputs that do not fit leave what is shown alone; anything else is told in its place.
    private void refuse(ProblemException e) {
        outcome.set(
                e.fault() == ProblemException.Fault.INPUT
                        ? outcome.get().withProblems(e.problems())
                        : outcome.get().failed(e));
    }

    /// Forgets the run that is under way: it is asked to end, and what it still says is not heard.
    private void abandon() {
        Run run = newest;
        newest = null;
        if (run != null) {
            shown = run.id();
            run.stop();
        }
    }

    /// While somebody still writes, what a model cannot use yet is no failure: it is told under the
    /// field, and the answer waits.
    private Outcome failed(Outcome was, ProblemException why) {
        return live.get() && why.fault() == ProblemException.Fault.INPUT
                ? Outcome.NOTHING.withProblems(why.problems())
                : was.failed(why);
    }

    private void hear(Run run) {
        if (closed || run.id() < shown || run != newest && run.id() == shown) {
            return;
        }
        Outcome was = outcome.get();
        switch (run.state()) {
            case QUEUED, LOADING, RUNNING -> {
                if (run == newest) {
                    outcome.set(
                            run.partial()
                                    .map(some -> was.partly(some, run))
                                    .orElseGet(() -> was.running(run)));
                }
            }
            case DONE -> {
                shown = run.id();
                Values all = run.outputs().orElse(Values.NONE);
                boolean last = run == newest;
                outcome.set(
                        was.shows(all, run.inputs(), last ? Phase.RESULT : Phase.RUNNING, newest));
                changed();
            }
            case FAILED -> {
                if (run == newest) {
                    outcome.set(failed(was, run.failure().orElseThrow()));
                }
            }
            case STOPPED -> {
                if (run == newest) {
                    outcome.set(was.stopped());
                }
            }
        }
    }
}
