package dev.vitrine.window;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Writes what the window remembers a moment after it has changed, so that a program which ends
/// without a farewell loses nothing.
final class Keeping {
    /// Somebody who moves a window or looks through models changes much in a short time.
    private static final Duration MOMENT = Duration.millis(700);

    private final PauseTransition pause = new PauseTransition(MOMENT);

    /// @param state makes the change that says how the window is now
    /// @param keep changes what is remembered, in the background
    Keeping(Supplier<UnaryOperator<Remembered>> state, Consumer<UnaryOperator<Remembered>> keep) {
        pause.setOnFinished(e -> keep.accept(state.get()));
    }

    /// Something has changed.
    void soon() {
        pause.playFromStart();
    }

    /// Leaves the rest to whoever writes the last state.
    void stop() {
        pause.stop();
    }
}
