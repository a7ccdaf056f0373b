package dev.vitrine.window.kind;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Sounds;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// Speakers and a microphone that a test moves by hand.
public final class FakeSounds implements Sounds {
    /// What is being played; null while nothing is.
    public @Nullable Sound played;

    public int frame;
    public int end;

    /// Ends what is being played, as the speakers do.
    public Runnable ended = () -> {};

    /// What the microphone hands over when it is finished.
    public Sound heard = Sound.of(16_000, 1, new float[0]);

    public boolean records;
    public float level;

    /// Why neither can be used; null where they can.
    public @Nullable ProblemException broken;

    @Override
    public Playing play(
            Sound sound, int from, int last, Runnable over, Consumer<ProblemException> failed) {
        if (broken != null) {
            failed.accept(broken);
        }
        played = sound;
        frame = from;
        end = last;
        ended =
                () -> {
                    played = null;
                    over.run();
                };
        return new Playing() {
            @Override
            public int frame() {
                return frame;
            }

            @Override
            public void stop() {
                played = null;
            }
        };
    }

    @Override
    public Recording record(
            double maxSeconds, Consumer<Sound> done, Consumer<ProblemException> failed) {
        if (broken != null) {
            failed.accept(broken);
        }
        records = true;
        return new Recording() {
            @Override
            public float level() {
                return level;
            }

            @Override
            public double seconds() {
                return 1.5;
            }

            @Override
            public void finish() {
                records = false;
                done.accept(heard);
            }

            @Override
            public void cancel() {
                records = false;
            }
        };
    }
}
