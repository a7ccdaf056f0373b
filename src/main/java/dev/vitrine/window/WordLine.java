package dev.vitrine.window;

import dev.vitrine.model.format.Notation;
import dev.vitrine.model.format.Spec;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.Consumer;

/// A word as a line of text, in the notation of `signature.yaml`. It counts when somebody stops
/// typing, presses Enter or goes elsewhere.
final class WordLine implements WordControl {
    private static final Duration PAUSE = Duration.millis(450);

    private final Spec spec;
    private final Consumer<@Nullable Object> changed;
    private final TextField field = new TextField();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private @Nullable Object shown;
    private boolean showing;

    WordLine(Spec spec, Consumer<@Nullable Object> changed) {
        this.spec = spec;
        this.changed = changed;
        pause.setOnFinished(e -> commit());
        field.textProperty()
                .subscribe((was, now) -> {
                    if (!showing) {
                        field.getProperties().put(WordLine.class, true);
                        pause.playFromStart();
                    }
                });
        field.setOnAction(e -> commit());
        field.focusedProperty()
                .subscribe((was, now) -> {
                    if (was && !now) {
                        commit();
                    }
                });
    }

    /// Says what stands there where nothing is said.
    void prompt(String words) {
        field.setPromptText(words);
    }

    @Override
    public Node node() {
        return field;
    }

    @Override
    public Control focus() {
        return field;
    }

    @Override
    public void show(@Nullable Object value) {
        if (Objects.equals(value, shown) || pause.getStatus() == Animation.Status.RUNNING) {
            return;
        }
        shown = value;
        showing = true;
        try {
            field.setText(value == null ? "" : Notation.text(spec, value));
        } finally {
            showing = false;
        }
    }

    @Override
    public void fix() {
        field.setEditable(false);
    }

    /// Whether a field holds typing that does not count yet.
    static boolean isTyping(TextInputControl field) {
        return Boolean.TRUE.equals(field.getProperties().get(WordLine.class)) && field.isUndoable();
    }

    @Override
    public void commit() {
        pause.stop();
        field.getProperties().put(WordLine.class, false);
        Object value = Notation.read(spec, field.getText());
        if (!Objects.equals(value, shown)) {
            shown = value;
            changed.accept(value);
        }
    }
}
