package dev.vitrine.window;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.signature.ProblemException;

import java.util.function.Consumer;

/// The speakers and the microphone.
///
/// All calls are made on the FX thread, where what is handed over arrives too; opening a device,
/// playing and recording go on in the background.
public interface Sounds {
    /// A sound being played.
    interface Playing {
        /// The frame being heard.
        int frame();

        /// Ends it; nobody is told.
        void stop();
    }

    /// A sound being recorded.
    interface Recording {
        /// How loud it is now: the largest sample since the last call, 0 to 1.
        float level();

        /// How long it has been going on, in seconds.
        double seconds();

        /// Ends it; what was heard is handed over.
        void finish();

        /// Ends it; nothing is handed over.
        void cancel();
    }

    /// Plays a part of a sound.
    ///
    /// @param from the frame to begin with
    /// @param end the frame behind the last
    /// @param ended told when it has come to the end
    /// @param failed told why it cannot be played
    Playing play(Sound sound, int from, int end, Runnable ended, Consumer<ProblemException> failed);

    /// Records one channel.
    ///
    /// @param maxSeconds ends it by itself
    /// @param done gets what was recorded
    /// @param failed told why nothing can be
    Recording record(double maxSeconds, Consumer<Sound> done, Consumer<ProblemException> failed);
}
