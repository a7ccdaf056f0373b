package dev.vitrine.window;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.signature.ProblemException;

import java.util.function.Consumer;

/// Neither speakers nor a microphone, for a page that is only looked at.
final class NoSounds implements Sounds {
    private static final class Silence implements Playing, Recording {
        @Override
        public int frame() {
            return 0;
        }

        @Override
        public void stop() {}

        @Override
        public float level() {
            return 0;
        }

        @Override
        public double seconds() {
            return 0;
        }

        @Override
        public void finish() {}

        @Override
        public void cancel() {}
    }

    @Override
    public Playing play(
            Sound sound, int from, int end, Runnable ended, Consumer<ProblemException> failed) {
        return new Silence();
    }

    @Override
    public Recording record(
            double maxSeconds, Consumer<Sound> done, Consumer<ProblemException> failed) {
        return new Silence();
    }
}
