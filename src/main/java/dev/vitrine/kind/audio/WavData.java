package dev.vitrine.kind.audio;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// What a WAV file says of its own length, set right where it is not so: what was piped or cut off
/// says that there is more than there is, and a recording that was never ended that there is
/// nothing.
///
/// @see <a href="https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html">The form of
///   WAV files</a>
final class WavData {
    private static final int RIFF = fourCc("RIFF");
    private static final int WAVE = fourCc("WAVE");
    private static final int DATA = fourCc("data");
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEAD = 8;

    /// Chunks before the samples; more of them are no sensible file.
    private static final int MOST_CHUNKS = 1000;

    private WavData() {}

    /// The file with the length of its samples set right; the bytes as they are where they are no
    /// WAV file or right already.
    static InputStream mended(byte[] bytes) {
        int at = samples(bytes);
        if (at < 0) {
            return new ByteArrayInputStream(bytes);
        }
        ByteBuffer all = little(bytes);
        long said = all.getInt(at - 4) & 0xffff_ffffL;
        int left = bytes.length - at;
        boolean unended = said == 0 && all.getInt(4) == 0;
        if (said <= left && !unended) {
            return new ByteArrayInputStream(bytes);
        }
        byte[] head = Arrays.copyOf(bytes, at);
        little(head).putInt(4, bytes.length - CHUNK_HEAD).putInt(at - 4, left);
        return new BufferedInputStream(
                new SequenceInputStream(
                        new ByteArrayInputStream(head), new ByteArrayInputStream(bytes, at, left)));
    }

    /// Where the samples begin; -1 where these bytes are no WAV file or have none.
    private static int samples(byte[] bytes) {
        ByteBuffer all = little(bytes);
        if (bytes.length < FIRST_CHUNK || all.getInt(0) != RIFF || all.getInt(8) != WAVE) {
            return -1;
        }
        long at = FIRST_CHUNK;
        for (int i = 0; i < MOST_CHUNKS && at + CHUNK_HEAD <= bytes.length; i++) {
            if (all.getInt((int) at) == DATA) {
                return (int) at + CHUNK_HEAD;
            }
            long size = all.getInt((int) at + 4) & 0xffff_ffffL;
            at += CHUNK_HEAD + size + (size & 1);
        }
        return -1;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int fourCc(String name) {
        int code = 0;
        for (int i = 3; i >= 0; i--) {
            code = code << 8 | name.charAt(i);
        }
        return code;
    }
}
