package dev.vitrine.window.kind.audio;

import dev.vitrine.kind.audio.Clock;
import dev.vitrine.kind.audio.Sound;
import dev.vitrine.window.kind.Tools;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Callable;

/// A waveform or spectrogram under a hand: a press goes to a place, a drag selects a part, and keys
/// do the same.
public final class SoundPane extends StackPane {
    /// A drag shorter than this, in pixels, is a press.
    private static final double SLACK = 4;

    /// Steps of the arrow keys along a sound.
    private static final int STEPS = 20;

    private final Waveform wave = new Waveform();
    private final Player player;
    private final ToggleButton spectrum = Tools.toggle("Spectrogram");
    private final boolean selects;
    private final String name;
    private Runnable changed = () -> {};
    private @Nullable Sound sound;
    private double pressed;
    private int from;
    private int to;

    /// @param name what a screen reader calls it
    /// @param selects whether a part can be selected
    public SoundPane(Player player, String name, boolean selects) {
        this.player = player;
        this.name = name;
        this.selects = selects;
        getStyleClass().addAll("kind-audio", "medium", "editable");
        getChildren().add(wave);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        player.placeProperty()
                .subscribe(frame -> {
                    wave.place(frame.intValue());
                    describe();
                });
        spectrum.selectedProperty().subscribe(wave::showSpectrum);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        describe();
    }

    /// The tool that shows the spectrogram in place of the waveform.
    public ToggleButton spectrumTool() {
        return spectrum;
    }

    /// Told when the selection has changed.
    void onSelect(Runnable told) {
        changed = told;
    }

    public void show(@Nullable Sound shown) {
        sound = shown;
        player.hold(shown);
        wave.show(shown);
        select(0, 0);
    }

    /// Lays something over the waveform.
    public void over(Node layer) {
        getChildren().add(layer);
    }

    boolean hasSelection() {
        return to > from;
    }

    /// Copies the part that is selected now, whenever it is called.
    Callable<Sound> selection(Sound whole) {
        int first = from;
        int end = to;
        return () -> whole.part(first, end);
    }

    void select(int first, int end) {
        from = first;
        to = end;
        wave.select(first, end);
        changed.run();
        describe();
    }

    /// Plays or pauses: what is selected, else from where it is.
    void play() {
        if (!player.playingProperty().get() && hasSelection()) {
            player.play(from, to);
        } else {
            player.toggle();
        }
    }

    /// Moves along the sound or stretches the selection; says whether the key was one of its own.
    public boolean key(KeyEvent e) {
        Sound s = sound;
        if (s == null || e.isShortcutDown() || e.isAltDown()) {
            return false;
        }
        int step = Math.max(1, s.frames() / STEPS);
        int at = player.placeProperty().get();
        Integer next =
                switch (e.getCode()) {
                    case LEFT -> Math.max(0, at - step);
                    case RIGHT -> Math.min(s.frames(), at + step);
                    case HOME -> 0;
                    case END -> s.frames();
                    default -> null;
                };
        if (next != null) {
            if (e.isShiftDown() && selects) {
                stretch(at, next);
            }
            player.seek(next);
            return true;
        }
        if (e.getCode() == KeyCode.SPACE) {
            play();
            return true;
        }
        if (e.getCode() == KeyCode.S && !e.isShiftDown()) {
            spectrum.fire();
            return true;
        }
        if (e.getCode() == KeyCode.ESCAPE && hasSelection()) {
            select(0, 0);
            return true;
        }
        return false;
    }

    private void stretch(int at, int next) {
        if (at == to && hasSelection()) {
            select(Math.min(from, next), Math.max(from, next));
        } else if (at == from && hasSelection()) {
            select(Math.min(to, next), Math.max(to, next));
        } else {
            select(Math.min(at, next), Math.max(at, next));
        }
    }

    private void press(MouseEvent e) {
        requestFocus();
        pressed = e.getX();
        e.consume();
    }

    private void drag(MouseEvent e) {
        if (selects && sound != null && e.getButton() == MouseButton.PRIMARY) {
            int a = wave.frameAt(pressed);
            int b = wave.frameAt(e.getX());
            if (Math.abs(e.getX() - pressed) > SLACK) {
                select(Math.min(a, b), Math.max(a, b));
            }
        }
        e.consume();
    }

    private void release(MouseEvent e) {
        if (sound == null || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (Math.abs(e.getX() - pressed) <= SLACK) {
            select(0, 0);
            player.seek(wave.frameAt(e.getX()));
        } else if (selects) {
            player.seek(from);
        }
    }

    private void describe() {
        Sound s = sound;
        if (s == null) {
            setAccessibleText(name + ", empty");
            return;
        }
        String at = Clock.of((double) player.placeProperty().get() / s.rate());
        String part =
                hasSelection()
                        ? ", selected %s to %s"
                                .formatted(
                                        Clock.of((double) from / s.rate()),
                                        Clock.of((double) to / s.rate()))
                        : "";
        setAccessibleText("%s, %s, at %s%s".formatted(name, s, at, part));
    }
}
