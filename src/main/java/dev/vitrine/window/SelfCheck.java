package dev.vitrine.window;

import dev.vitrine.model.Model;
import dev.vitrine.run.Runner;
import dev.vitrine.run.SelfTest;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;

/// Whether a model still gives what its examples expect, found out once in the background.
final class SelfCheck {
    /// What is known so far.
    ///
    /// @param known whether the examples have run, and at least one says what to expect
    /// @param passed whether all of them gave it
    /// @param words what a person reads on hovering: how many passed, or what differs
    record State(boolean known, boolean passed, String words) {
        static final State UNKNOWN = new State(false, false, "");
    }

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNKNOWN);
    private boolean started;
    private int turn;

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Runs the examples, the first time it is asked.
    void start(Model model, Runner runner, Background background) {
        if (!started && !model.signature().examples().isEmpty()) {
            started = true;
            int mine = ++turn;
            background.work(
                    () -> of(SelfTest.run(runner, model)),
                    found -> {
                        if (mine == turn) {
                            state.set(found);
                        }
                    },
                    why -> started = false);
        }
    }

    /// Knows nothing any more: the model has become another.
    void forget() {
        turn++;
        started = false;
        state.set(State.UNKNOWN);
    }

    private static State of(List<SelfTest.Result> results) {
        List<SelfTest.Result> compared =
                results.stream().filter(r -> r.compared() || !r.passed()).toList();
        return compared.stream()
                .filter(r -> !r.passed())
                .findFirst()
                .map(r ->
                        new State(
                                true,
                                false,
                                "Example %s: %s".formatted(r.example().name(), r.difference())))
                .orElseGet(() ->
                        new State(
                                !compared.isEmpty(),
                                true,
                                "%d examples gave what is expected of them"
                                        .formatted(compared.size())));
    }
}
