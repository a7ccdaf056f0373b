package dev.vitrine.window;

import dev.vitrine.model.Model;
import dev.vitrine.run.Runner;
import dev.vitrine.run.SelfTest;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.function.Consumer;

/// Whether a model can be opened, and still gives what its examples and the test tensors beside it
/// expect; found out once in the background, on a thread of its own, since a file that was never
/// opened here is tried first and may take its time.
final class SelfCheck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNKNOWN);
    private Stop stop = new Stop();
    private boolean started;
    private int turn;

    /// How far it is.
    enum Phase {
        /// Nothing is known, or there is nothing to compare.
        UNKNOWN,
        /// Something takes long before the model is opened.
        CHECKING,
        /// All examples gave what is expected of them.
        PASSED,
        /// One did not.
        FAILED,
        /// The model cannot be opened.
        STOPPED
    }

    /// What is known so far.
    ///
    /// @param words what a person reads of it: what takes long, how many passed, what differs, or
    ///   why it cannot be opened
    record State(Phase phase, String words) {
        static final State UNKNOWN = new State(Phase.UNKNOWN, "");

        /// Whether the examples have run, and at least one says what to expect.
        boolean known() {
            return phase == Phase.PASSED || phase == Phase.FAILED;
        }

        /// Whether all of them gave it.
        boolean passed() {
            return phase == Phase.PASSED;
        }
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Opens the model and runs the examples, the first time it is asked.
    ///
    /// @param stopped hears why the model cannot be opened
    void start(
            Model model, Runner runner, Background background, Consumer<ProblemException> stopped) {
        if (!started) {
            started = true;
            int mine = ++turn;
            Consumer<Runnable> news =
                    action ->
                            background.show(() -> {
                                if (mine == turn) {
                                    action.run();
                                }
                            });
            Stop until = stop;
            Thread.ofPlatform()
                    .name("vitrine-check")
                    .daemon()
                    .start(() -> check(model, runner, until, news, stopped));
        }
    }

    /// Knows nothing any more: the model has become another.
    void forget() {
        close();
        stop = new Stop();
        started = false;
        state.set(State.UNKNOWN);
    }

    @Override
    public void close() {
        turn++;
        stop.request();
    }

    private void check(
            Model model,
            Runner runner,
            Stop until,
            Consumer<Runnable> news,
            Consumer<ProblemException> stopped) {
        try {
            model.load(context(until, news));
            State now = of(SelfTest.run(runner, model));
            news.accept(() -> state.set(now));
        } catch (ProblemException why) {
            // where only its first run failed, the next may be well
            State now =
                    why.fault() == ProblemException.Fault.RUN
                            ? State.UNKNOWN
                            : new State(Phase.STOPPED, why.problems().getFirst().message());
            news.accept(() -> {
                state.set(now);
                stopped.accept(why);
            });
        } catch (StoppedException e) {
            LOG.debug("Nobody waits for {}", model.id());
        } catch (RuntimeException | Error e) {
            LOG.error("The check of {} failed", model.id(), e);
        }
    }

    /// Shows what takes long, and nothing once it is over.
    private RunContext context(Stop until, Consumer<Runnable> news) {
        return new RunContext() {
            @Override
            public void progress(double fraction, String message) {
                Phase now = message.isEmpty() ? Phase.UNKNOWN : Phase.CHECKING;
                news.accept(() -> state.set(new State(now, message)));
            }

            @Override
            public void partial(Values outputs) {}

            @Override
            public Stop stop() {
                return until;
            }
        };
    }

    private static State of(List<SelfTest.Result> results) {
        List<SelfTest.Result> compared =
                results.stream().filter(r -> r.compared() || !r.passed()).toList();
        if (compared.isEmpty()) {
            return State.UNKNOWN;
        }
        return compared.stream()
                .filter(r -> !r.passed())
                .findFirst()
                .map(r ->
                        new State(
                                Phase.FAILED,
                                "%s %s: %s"
                                        .formatted(
                                                r.tensors() ? "Test tensors" : "Example",
                                                r.example().name(),
                                                r.difference())))
                .orElseGet(() ->
                        new State(
                                Phase.PASSED,
                                "%d %s gave what is expected of them"
                                        .formatted(compared.size(), what(compared))));
    }

    private static String what(List<SelfTest.Result> results) {
        boolean tensors = results.stream().anyMatch(SelfTest.Result::tensors);
        boolean examples = !results.stream().allMatch(SelfTest.Result::tensors);
        return tensors && examples
                ? "examples and sets of test tensors"
                : tensors ? "sets of test tensors" : "examples";
    }
}
