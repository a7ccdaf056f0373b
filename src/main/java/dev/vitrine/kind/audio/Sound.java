package dev.vitrine.kind.audio;

import java.util.Arrays;
import java.util.Locale;

/// An immutable sound: frames from its start, the samples of a frame side by side, each from -1 to
/// 1 where nothing is too loud.
///
/// A sample of 16 bits is its number divided by 32,768, and so on for other depths, which is what
/// networks are trained on.
public final class Sound {
    private final int rate;
    private final int channels;
    private final float[] samples;

    private Sound(int rate, int channels, float[] samples) {
        if (rate < 1 || channels < 1 || samples.length % channels != 0) {
            throw new IllegalArgumentException(
                    "No sound has %d samples on %d channels at %d Hz"
                            .formatted(samples.length, channels, rate));
        }
        this.rate = rate;
        this.channels = channels;
        this.samples = samples;
    }

    /// A sound of interleaved samples; the array is copied.
    ///
    /// @param rate frames per second (Hz)
    /// @param channels samples of a frame, 1 for mono
    public static Sound of(int rate, int channels, float[] samples) {
        return new Sound(rate, channels, samples.clone());
    }

    /// A sound over samples that the caller gives away.
    static Sound over(int rate, int channels, float[] samples) {
        return new Sound(rate, channels, samples);
    }

    /// Frames per second, in Hz.
    public int rate() {
        return rate;
    }

    /// Samples of a frame: 1 for mono, 2 for stereo.
    public int channels() {
        return channels;
    }

    /// The number of frames; 0 for a sound without any.
    public int frames() {
        return samples.length / channels;
    }

    /// How long it sounds, in seconds.
    public double seconds() {
        return (double) frames() / rate;
    }

    /// One sample.
    public float sample(int frame, int channel) {
        return samples[frame * channels + channel];
    }

    /// The mean of the channels, frame by frame.
    public float[] mono() {
        if (channels == 1) {
            return samples.clone();
        }
        float[] mean = new float[frames()];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += samples[i * channels + c];
            }
            mean[i] = (float) (sum / channels);
        }
        return mean;
    }

    /// A part of it.
    ///
    /// @param from the first frame
    /// @param to the frame behind the last
    public Sound part(int from, int to) {
        return new Sound(
                rate, channels, Arrays.copyOfRange(samples, from * channels, to * channels));
    }

    /// The interleaved samples themselves, for the codec beside.
    float[] samples() {
        return samples;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sound s
                && rate == s.rate
                && channels == s.channels
                && Arrays.equals(samples, s.samples);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rate + channels) + Arrays.hashCode(samples);
    }

    /// How long and how fine it is, such as `1.00 s, 16 kHz`.
    @Override
    public String toString() {
        String kilohertz =
                rate % 1000 == 0
                        ? Integer.toString(rate / 1000)
                        : String.format(Locale.ROOT, "%.1f", rate / 1000.0);
        return String.format(
                Locale.ROOT,
                "%s, %s kHz%s",
                Clock.of(seconds()),
                kilohertz,
                switch (channels) {
                    case 1 -> "";
                    case 2 -> ", stereo";
                    default -> ", %d channels".formatted(channels);
                });
    }
}
