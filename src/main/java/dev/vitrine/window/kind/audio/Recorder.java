package dev.vitrine.window.kind.audio;

import dev.vitrine.kind.audio.Clock;
import dev.vitrine.kind.audio.Sound;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Sounds;
import dev.vitrine.window.kind.Tools;

import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// Records, and shows meanwhile how long and how loud.
final class Recorder {
    /// The quietest that the meter shows, in decibels below full.
    private static final double FLOOR = 60;

    /// How fast the meter falls, in parts of its length a frame.
    private static final double FALL = 0.03;

    private final Sounds sounds;
    private final double maxSeconds;
    private final Consumer<Sound> done;
    private final Consumer<ProblemException> failed;
    private final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper();
    private final Label time = new Label();
    private final ProgressBar meter = new ProgressBar(0);
    private final VBox node;
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    follow();
                }
            };

    private Sounds.@Nullable Recording under;

    Recorder(
            Sounds sounds,
            double maxSeconds,
            Consumer<Sound> done,
            Consumer<ProblemException> failed) {
        this.sounds = sounds;
        this.maxSeconds = maxSeconds;
        this.done = done;
        this.failed = failed;
        time.getStyleClass().add("recording-time");
        meter.getStyleClass().add("level");
        meter.setAccessibleText("Level");
        node = new VBox(time, meter, Tools.button("Stop recording", this::finish));
        node.getStyleClass().add("recording");
        node.visibleProperty().bind(recording);
    }

    /// What shows how it goes, while it does.
    VBox node() {
        return node;
    }

    ReadOnlyBooleanProperty recordingProperty() {
        return recording.getReadOnlyProperty();
    }

    void toggle() {
        if (recording.get()) {
            finish();
        } else {
            start();
        }
    }

    void finish() {
        Sounds.Recording ending = under;
        if (ending != null) {
            ending.finish();
        }
    }

    void cancel() {
        Sounds.Recording ending = under;
        end();
        if (ending != null) {
            ending.cancel();
        }
    }

    private void start() {
        recording.set(true);
        frames.start();
        time.setText("Recording " + Clock.of(0));
        meter.setProgress(0);
        Sounds.Recording begun =
                sounds.record(
                        maxSeconds,
                        sound -> {
                            if (recording.get()) {
                                end();
                                done.accept(sound);
                            }
                        },
                        e -> {
                            if (recording.get()) {
                                end();
                                failed.accept(e);
                            }
                        });
        if (recording.get()) {
            under = begun;
        }
    }

    private void end() {
        under = null;
        frames.stop();
        recording.set(false);
    }

    private void follow() {
        Sounds.Recording now = under;
        if (now != null) {
            time.setText("Recording " + Clock.of(now.seconds()));
            meter.setProgress(Math.max(loudness(now.level()), meter.getProgress() - FALL));
        }
    }

    /// A level as a part of the meter, which is even in decibels.
    private static double loudness(float level) {
        return level <= 0 ? 0 : Math.clamp(1 + 20 * Math.log10(level) / FLOOR, 0, 1);
    }
}
