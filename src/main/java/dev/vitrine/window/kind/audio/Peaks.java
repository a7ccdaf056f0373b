package dev.vitrine.window.kind.audio;

import dev.vitrine.kind.audio.Sound;

/// How loud a sound is along its length, for the bars of a waveform.
final class Peaks {
    private Peaks() {}

    /// The largest sample on any channel in each of so many equal parts, 0 to 1.
    static float[] of(Sound sound, int parts) {
        float[] peaks = new float[parts];
        int frames = sound.frames();
        for (int p = 0; p < parts; p++) {
            int from = (int) ((long) p * frames / parts);
            int to = (int) Math.max(from + 1L, (long) (p + 1) * frames / parts);
            float most = 0;
            for (int i = from; i < Math.min(frames, to); i++) {
                for (int c = 0; c < sound.channels(); c++) {
                    most = Math.max(most, Math.abs(sound.sample(i, c)));
                }
            }
            peaks[p] = Math.min(1, most);
        }
        return peaks;
    }
}
