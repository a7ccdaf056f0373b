package dev.vitrine.kind.audio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// Samples as the bytes of a file: whole numbers of 8 to 32 bits or floating point, in either byte
/// order.
///
/// Java's own conversion is not used, because it divides 16 bits by 32,767 in some versions and
/// 32,768 in others.
final class Pcm {
    private static final float SHORT = 0x1p15f;
    private static final int CHUNK = 1 << 16;

    private Pcm() {}

    /// The form of one sample.
    ///
    /// @param bytes bytes of a sample
    /// @param isFloat whether it is floating point
    /// @param isSigned whether whole numbers may be negative
    /// @param order the order of its bytes
    record Form(int bytes, boolean isFloat, boolean isSigned, ByteOrder order) {
        /// The form of the samples of Java's sound files; nothing where they are packed.
        static Optional<Form> of(AudioFormat format) {
            int bits = format.getSampleSizeInBits();
            boolean isFloat = format.getEncoding().equals(Encoding.PCM_FLOAT);
            boolean isSigned = format.getEncoding().equals(Encoding.PCM_SIGNED);
            boolean known =
                    isFloat
                            ? bits == 32 || bits == 64
                            : (isSigned || format.getEncoding().equals(Encoding.PCM_UNSIGNED))
                                    && bits >= 8
                                    && bits <= 32
                                    && bits % 8 == 0;
            if (!known || format.getFrameSize() != format.getChannels() * bits / 8) {
                return Optional.empty();
            }
            return Optional.of(
                    new Form(
                            bits / 8,
                            isFloat,
                            isSigned,
                            format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
        }

        float read(ByteBuffer from, int at) {
            if (isFloat) {
                return bytes == 4 ? from.getFloat(at) : (float) from.getDouble(at);
            }
            int value = 0;
            for (int i = 0; i < bytes; i++) {
                int index = order == ByteOrder.BIG_ENDIAN ? i : bytes - 1 - i;
                value = value << 8 | from.get(at + index) & 0xff;
            }
            int unused = 32 - 8 * bytes;
            int left = isSigned ? value << unused : (value << unused) + Integer.MIN_VALUE;
            return left * 0x1p-31f;
        }
    }

    /// Reads frames up to the end or to this many.
    ///
    /// @param expected how many there should be, for which room is made beforehand
    ///
    ///   By whole frames, because Java's stream gives nothing at all, and never ends, where less
    ///   than one is asked for.
    static float[] read(InputStream in, Form form, int channels, long most, long expected)
            throws IOException {
        int frame = channels * form.bytes();
        byte[] chunk = new byte[frame * Math.max(1, CHUNK / frame)];
        ByteBuffer buffer = ByteBuffer.wrap(chunk).order(form.order());
        float[] samples = new float[Math.toIntExact(Math.min(most, expected) * channels)];
        int length = 0;
        long left = most * frame;
        int read;
        while (left > 0 && (read = in.read(chunk, 0, (int) Math.min(chunk.length, left))) > 0) {
            int count = read / frame * channels;
            if (length + count > samples.length) {
                samples = Arrays.copyOf(samples, Math.max(length + count, 2 * samples.length));
            }
            for (int i = 0; i < count; i++) {
                samples[length++] = form.read(buffer, i * form.bytes());
            }
            left -= read;
        }
        return length == samples.length ? samples : Arrays.copyOf(samples, length);
    }

    /// A WAV file: of 16 bits where they hold every sample exactly, else of 32-bit floating point.
    static byte[] wav(Sound sound) {
        float[] samples = sound.samples();
        boolean fits = fits(samples);
        int bytes = fits ? 2 : 4;
        ByteBuffer data =
                ByteBuffer.allocate(samples.length * bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : samples) {
            if (fits) {
                data.putShort((short) (sample * SHORT));
            } else {
                data.putFloat(sample);
            }
        }
        AudioFormat format =
                new AudioFormat(
                        fits ? Encoding.PCM_SIGNED : Encoding.PCM_FLOAT,
                        sound.rate(),
                        8 * bytes,
                        sound.channels(),
                        sound.channels() * bytes,
                        sound.rate(),
                        false);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(data.capacity() + 64);
            AudioSystem.write(
                    new AudioInputStream(
                            new ByteArrayInputStream(data.array()), format, sound.frames()),
                    AudioFileFormat.Type.WAVE,
                    out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean fits(float[] samples) {
        for (float sample : samples) {
            float scaled = sample * SHORT;
            if (!(scaled >= -SHORT && scaled < SHORT) || scaled != (short) scaled) {
                return false;
            }
            // -0 has no form of 16 bits
            if (scaled == 0 && Float.floatToRawIntBits(sample) != 0) {
                return false;
            }
        }
        return true;
    }
}
