package dev.vitrine.kind.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// Reads sounds from WAV, AIFF, AU and FLAC files and writes WAV.
///
/// How long a file says it is gets looked at before any sample is read, and nothing is allocated
/// because a file says so.
public final class SoundCodec {
    /// Samples of the longest sound held in memory, 400 MB of them; ten minutes of stereo at 48 kHz
    /// are half as many.
    private static final long MOST_SAMPLES = 100_000_000;

    private static final String FORMATS = "WAV, AIFF, AU or FLAC";

    private final String name;
    private final double maxSeconds;

    private SoundCodec(String name, double maxSeconds) {
        this.name = name;
        this.maxSeconds = maxSeconds;
    }

    /// The extensions of the files that are read, in lower case.
    public static List<String> extensions() {
        return List.of("wav", "aif", "aiff", "aifc", "au", "flac");
    }

    /// Reads a sound.
    ///
    /// @param bytes the whole file
    /// @param name what to call it in a sentence
    /// @param maxSeconds how long it may be
    public static Sound read(byte[] bytes, String name, double maxSeconds) throws Unreadable {
        SoundCodec codec = new SoundCodec(name, maxSeconds);
        try {
            return Flac.matches(bytes) ? codec.flac(bytes) : codec.java(bytes);
        } catch (UnsupportedAudioFileException e) {
            throw new Unreadable(
                    "audio_decode",
                    bytes.length == 0
                            ? "%s is empty; give a %s file.".formatted(name, FORMATS)
                            : "%s is no sound that is read; give a %s file."
                                    .formatted(name, FORMATS));
        } catch (IOException | RuntimeException e) {
            // Java's readers throw many kinds of exception on broken files.
            throw new Unreadable(
                    "audio_decode",
                    "%s is a broken or unusual sound; save it again as WAV.".formatted(name));
        }
    }

    /// Refuses a file that is too long by its beginning alone, so that a large one is not read for
    /// nothing; what cannot be told that early is left to [#read].
    ///
    /// @param head its first bytes, up to [dev.vitrine.kind.Kind#HEAD]
    /// @param size bytes of the whole file
    public static void look(byte[] head, long size, String name, double maxSeconds)
            throws Unreadable {
        SoundCodec codec = new SoundCodec(name, maxSeconds);
        AudioFileFormat file;
        try {
            if (Flac.matches(head)) {
                Flac flac = Flac.look(head);
                codec.bound(flac.frames(), flac.rate(), flac.channels());
                return;
            }
            file = AudioSystem.getAudioFileFormat(new ByteArrayInputStream(head));
        } catch (UnsupportedAudioFileException | IOException | RuntimeException e) {
            return;
        }
        AudioFormat format = file.getFormat();
        long frames = Math.min(file.getFrameLength(), size / Math.max(1, format.getFrameSize()));
        int rate = Math.round(format.getSampleRate());
        if (rate > 0 && format.getChannels() > 0) {
            codec.bound(frames, rate, format.getChannels());
        }
    }

    /// Writes a WAV file, of 16 bits where they hold every sample exactly and else of 32-bit
    /// floating point; equal sounds give equal bytes.
    public static byte[] wav(Sound sound) {
        return Pcm.wav(sound);
    }

    private Sound java(byte[] bytes) throws IOException, UnsupportedAudioFileException, Unreadable {
        try (AudioInputStream file = AudioSystem.getAudioInputStream(WavData.mended(bytes));
                AudioInputStream in = unpacked(file)) {
            AudioFormat format = in.getFormat();
            Pcm.Form form =
                    Pcm.Form.of(format)
                            .orElseThrow(() -> new IOException("Samples are packed: " + format));
            int rate = Math.round(format.getSampleRate());
            int channels = format.getChannels();
            int frame = Math.max(1, file.getFormat().getFrameSize());
            long there = Math.min(file.getFrameLength(), bytes.length / frame);
            bound(there, rate, channels);
            float[] samples =
                    Pcm.read(
                            in, form, channels, mostFrames(rate, channels) + 1, Math.max(0, there));
            bound(samples.length / channels, rate, channels);
            return Sound.over(rate, channels, samples);
        }
    }

    /// Telephone samples (A-law, µ-law) as those they stand for.
    private static AudioInputStream unpacked(AudioInputStream file) {
        AudioFormat.Encoding encoding = file.getFormat().getEncoding();
        return encoding.equals(AudioFormat.Encoding.ALAW)
                        || encoding.equals(AudioFormat.Encoding.ULAW)
                ? AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED, file)
                : file;
    }

    private Sound flac(byte[] bytes) throws IOException, Unreadable {
        Flac flac = Flac.open(bytes);
        bound(flac.frames(), flac.rate(), flac.channels());
        Sound sound = flac.read(mostFrames(flac.rate(), flac.channels()) + 1);
        bound(sound.frames(), sound.rate(), sound.channels());
        return sound;
    }

    private long mostFrames(int rate, int channels) {
        return (long) Math.min(MOST_SAMPLES / channels, Math.floor(maxSeconds * rate));
    }

    /// Refuses what is too long.
    ///
    /// @param frames how many there are; -1 where a file does not say
    private void bound(long frames, int rate, int channels) throws Unreadable {
        if (rate < 1 || channels < 1) {
            throw new IllegalArgumentException("No rate or no channels");
        }
        double seconds = (double) frames / rate;
        if (seconds > maxSeconds) {
            throw new Unreadable("audio_too_long", tooLong(name, seconds, maxSeconds));
        }
        if (frames > MOST_SAMPLES / channels) {
            throw new Unreadable(
                    "audio_too_long",
                    String.format(
                            Locale.ROOT,
                            "%s has %,d samples, more than the %,d that are held; cut it shorter or"
                                    + " save it at a lower rate.",
                            name,
                            frames * channels,
                            MOST_SAMPLES));
        }
    }

    /// The sentence for a sound that is too long.
    static String tooLong(String name, double seconds, double most) {
        return "%s lasts %s, longer than the %s that are taken; cut it shorter."
                .formatted(name, Clock.of(seconds), Clock.of(most));
    }
}
