package dev.vitrine.window;

import dev.vitrine.window.Outcome.Phase;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Whether the page shows that a run is under way: a moment after it began, so that a run which is
/// over at once does not make the page flicker.
final class Busy implements AutoCloseable {
    private static final Duration MOMENT = Duration.millis(120);

    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final PauseTransition pause = new PauseTransition(MOMENT);
    private final Subscription listening;

    Busy(DemoViewModel demo) {
        pause.setOnFinished(e -> busy.set(true));
        listening =
                demo.outcomeProperty().map(o -> o.phase() == Phase.RUNNING).subscribe(this::follow);
    }

    ReadOnlyBooleanProperty property() {
        return busy.getReadOnlyProperty();
    }

    boolean get() {
        return busy.get();
    }

    @Override
    public void close() {
        listening.unsubscribe();
        pause.stop();
    }

    private void follow(boolean running) {
        if (running) {
            pause.playFromStart();
        } else {
            pause.stop();
            busy.set(false);
        }
    }
}
