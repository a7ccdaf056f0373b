package dev.vitrine.window.kind.audio;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Sounds;

import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// Plays a sound, or a part of it, and says where it is.
public final class Player {
    private final Sounds sounds;
    private final Consumer<ProblemException> failed;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper();
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    follow();
                }
            };

    private @Nullable Sound sound;
    private Sounds.@Nullable Playing under;
    private int start;

    public Player(Sounds sounds, Consumer<ProblemException> failed) {
        this.sounds = sounds;
        this.failed = failed;
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /// The frame that is heard, or that would be next.
    public ReadOnlyIntegerProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// Holds another sound, at its beginning; null holds none.
    public void hold(@Nullable Sound other) {
        stop();
        sound = other;
        place.set(0);
    }

    /// Goes to a frame and plays on from there where it was playing.
    public void seek(int frame) {
        Sound s = sound;
        boolean was = playing.get();
        stop();
        place.set(s == null ? 0 : Math.clamp(frame, 0, s.frames()));
        if (was) {
            play(place.get(), s == null ? 0 : s.frames());
        }
    }

    /// Plays from where it is, or pauses; from the beginning where it was at the end.
    public void toggle() {
        Sound s = sound;
        if (playing.get()) {
            stop();
        } else if (s != null) {
            play(place.get() >= s.frames() ? 0 : place.get(), s.frames());
        }
    }

    /// Plays a part.
    public void play(int from, int end) {
        stop();
        Sound s = sound;
        if (s == null || end <= from) {
            return;
        }
        start = from;
        place.set(from);
        playing.set(true);
        frames.start();
        Sounds.Playing begun = sounds.play(s, from, end, () -> over(end), this::fail);
        if (playing.get()) {
            under = begun;
        }
    }

    public void stop() {
        if (under != null) {
            under.stop();
            under = null;
        }
        frames.stop();
        playing.set(false);
    }

    private void over(int end) {
        if (playing.get()) {
            stop();
            place.set(end);
        }
    }

    private void fail(ProblemException e) {
        stop();
        place.set(start);
        failed.accept(e);
    }

    private void follow() {
        if (under != null) {
            place.set(under.frame());
        }
    }
}
