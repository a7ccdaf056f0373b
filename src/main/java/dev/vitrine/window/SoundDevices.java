package dev.vitrine.window;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.StoppedException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/// The computer's own speakers and microphone, through Java Sound.
final class SoundDevices implements Sounds {
    /// What speech needs, and what the networks that hear it take.
    private static final int RATE = 16_000;

    private static final int BITS = 16;
    private static final float SHORT = 0x1p15f;

    /// Frames of a part that is played or recorded at once: short enough for Stop and the meter.
    private static final int PART = 1024;

    @Override
    public Playing play(
            Sound sound, int from, int end, Runnable ended, Consumer<ProblemException> failed) {
        Speakers speakers = new Speakers(sound, from, end);
        FxThread.background(speakers::run, done -> ended.run(), failed);
        return speakers;
    }

    @Override
    public Recording record(
            double maxSeconds, Consumer<Sound> done, Consumer<ProblemException> failed) {
        Microphone microphone = new Microphone(maxSeconds);
        FxThread.background(microphone::run, done, failed);
        return microphone;
    }

    private static AudioFormat format(int rate, int channels) {
        return new AudioFormat(rate, BITS, channels, true, false);
    }

    private static ProblemException noDevice(String what, String advice, Exception cause) {
        return new ProblemException(
                ProblemException.Fault.SYSTEM,
                List.of(
                        Problem.of(
                                "sound_device",
                                "%s cannot be used: there is none, or another program has it; %s."
                                        .formatted(what, advice))),
                cause);
    }

    /// One sound on its way to the speakers.
    private static final class Speakers implements Playing {
        private final Sound sound;
        private final int from;
        private final int end;
        private volatile boolean stopped;
        private volatile long heard;

        Speakers(Sound sound, int from, int end) {
            this.sound = sound;
            this.from = from;
            this.end = end;
        }

        @Override
        public int frame() {
            return (int) Math.min(end, from + heard);
        }

        @Override
        public void stop() {
            stopped = true;
        }

        boolean run() {
            AudioFormat format = format(sound.rate(), sound.channels());
            try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
                line.open(format, PART * 4 * format.getFrameSize());
                line.start();
                for (int at = from; at < end && !stopped; at += PART) {
                    byte[] part = part(at, Math.min(end, at + PART));
                    line.write(part, 0, part.length);
                    heard = line.getLongFramePosition();
                }
                while (!stopped && heard < end - from && line.isActive()) {
                    heard = line.getLongFramePosition();
                    LockSupport.parkNanos(10_000_000);
                }
                line.stop();
            } catch (LineUnavailableException | IllegalArgumentException e) {
                throw noDevice("The speakers", "save the sound to hear it elsewhere", e);
            }
            if (stopped) {
                throw new StoppedException();
            }
            return true;
        }

        private byte[] part(int first, int last) {
            ByteBuffer bytes =
                    ByteBuffer.allocate((last - first) * sound.channels() * 2)
                            .order(ByteOrder.LITTLE_ENDIAN);
            for (int i = first; i < last; i++) {
                for (int c = 0; c < sound.channels(); c++) {
                    float scaled = sound.sample(i, c) * SHORT;
                    bytes.putShort((short) Math.clamp(scaled, -SHORT, SHORT - 1));
                }
            }
            return bytes.array();
        }
    }

    /// One sound on its way from the microphone.
    private static final class Microphone implements Recording {
        private final int most;
        private float[] samples = new float[RATE];
        private volatile int length;
        private volatile boolean finished;
        private volatile boolean cancelled;
        private volatile float level;

        Microphone(double maxSeconds) {
            this.most = (int) Math.min(Integer.MAX_VALUE / 8, maxSeconds * RATE);
        }

        @Override
        public float level() {
            float loudest = level;
            level = 0;
            return loudest;
        }

        @Override
        public double seconds() {
            return (double) length / RATE;
        }

        @Override
        public void finish() {
            finished = true;
        }

        @Override
        public void cancel() {
            cancelled = true;
            finished = true;
        }

        Sound run() {
            AudioFormat format = format(RATE, 1);
            try (TargetDataLine line = AudioSystem.getTargetDataLine(format)) {
                line.open(format);
                line.start();
                byte[] part = new byte[2 * PART];
                while (!finished && length < most) {
                    take(part, line.read(part, 0, part.length));
                }
            } catch (LineUnavailableException | IllegalArgumentException e) {
                throw noDevice("The microphone", "connect one, or open a file instead", e);
            }
            if (cancelled) {
                throw new StoppedException();
            }
            return Sound.of(RATE, 1, Arrays.copyOf(samples, length));
        }

        private void take(byte[] bytes, int count) {
            ByteBuffer part = ByteBuffer.wrap(bytes, 0, count).order(ByteOrder.LITTLE_ENDIAN);
            int at = length;
            float loudest = level;
            while (part.remaining() >= 2 && at < most) {
                if (at == samples.length) {
                    samples = Arrays.copyOf(samples, 2 * samples.length);
                }
                float sample = part.getShort() / SHORT;
                samples[at++] = sample;
                loudest = Math.max(loudest, Math.abs(sample));
            }
            level = loudest;
            length = at;
        }
    }
}
