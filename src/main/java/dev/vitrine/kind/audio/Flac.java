package dev.vitrine.kind.audio;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/// Reads FLAC, the lossless form of sound files, whole.
///
/// Written from the standard, because the decoders there are for Java come under the LGPL, which
/// does not go with linking everything into one runtime.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9639">RFC 9639</a>
final class Flac {
    private static final byte[] MAGIC = {'f', 'L', 'a', 'C'};
    private static final int STREAM_INFO = 0;
    private static final int STREAM_INFO_BYTES = 34;
    private static final int[] RATES = {
        0, 88_200, 176_400, 192_000, 8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000
    };
    private static final int[] DEPTHS = {0, 8, 12, 0, 16, 20, 24, 32};

    private final Bits bits;
    private final int rate;
    private final int channels;
    private final int depth;
    private final long frames;

    private Flac(Bits bits, int rate, int channels, int depth, long frames) {
        this.bits = bits;
        this.rate = rate;
        this.channels = channels;
        this.depth = depth;
        this.frames = frames;
    }

    /// Whether these bytes begin as FLAC does.
    static boolean matches(byte[] bytes) {
        return bytes.length > MAGIC.length
                && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /// Reads what a file says of its sound by its beginning alone, where that stands first, as it
    /// has to (RFC 9639, section 8).
    static Flac look(byte[] head) throws IOException {
        Bits bits = new Bits(head, MAGIC.length);
        bits.read(1);
        int type = (int) bits.read(7);
        if (type != STREAM_INFO || bits.read(24) < STREAM_INFO_BYTES) {
            throw new IOException("No stream information");
        }
        return info(bits);
    }

    private static Flac info(Bits bits) throws IOException {
        bits.seek(bits.place() + 10);
        int rate = (int) bits.read(20);
        int channels = (int) bits.read(3) + 1;
        int depth = (int) bits.read(5) + 1;
        return new Flac(bits, rate, channels, depth, bits.read(36));
    }

    /// Reads what the file says of itself.
    static Flac open(byte[] bytes) throws IOException {
        Bits bits = new Bits(bytes, MAGIC.length);
        Flac flac = null;
        boolean last;
        do {
            last = bits.read(1) == 1;
            int type = (int) bits.read(7);
            int length = (int) bits.read(24);
            int start = bits.place();
            if (type == STREAM_INFO && length >= STREAM_INFO_BYTES) {
                flac = info(bits);
            }
            bits.seek(start + length);
        } while (!last);
        if (flac == null || flac.rate == 0) {
            throw new IOException("No stream information");
        }
        return flac;
    }

    /// The number of frames it says it has; -1 where it does not say.
    long frames() {
        return frames == 0 ? -1 : frames;
    }

    int rate() {
        return rate;
    }

    int channels() {
        return channels;
    }

    /// Reads the samples, up to the end or to this many frames.
    Sound read(long most) throws IOException {
        float[] samples = new float[Math.toIntExact(Math.min(most, 1 << 16)) * channels];
        float scale = (float) Math.scalb(1.0, 1 - depth);
        int length = 0;
        while (!bits.atEnd() && length / channels < most) {
            long[][] block = block();
            int added = block[0].length * channels;
            if (length + added > samples.length) {
                samples = Arrays.copyOf(samples, Math.max(length + added, 2 * samples.length));
            }
            for (int i = 0; i < block[0].length; i++) {
                for (int c = 0; c < channels; c++) {
                    samples[length++] = block[c][i] * scale;
                }
            }
        }
        return Sound.over(rate, channels, Arrays.copyOf(samples, length));
    }

    /// One block: for each channel its samples.
    private long[][] block() throws IOException {
        int start = bits.place();
        if (bits.read(15) != 0x7ffc) {
            throw new IOException("No frame begins here");
        }
        bits.read(1);
        int sizeCode = (int) bits.read(4);
        int rateCode = (int) bits.read(4);
        int assignment = (int) bits.read(4);
        int depthCode = (int) bits.read(3);
        bits.read(1);
        skipNumber();
        int size = size(sizeCode);
        checkRate(rateCode);
        bits.read(8);
        int count = assignment < 8 ? assignment + 1 : 2;
        if (assignment > 10 || count != channels || depthCode != 0 && DEPTHS[depthCode] != depth) {
            throw new IOException("The form changes within the file");
        }
        long[][] block = new long[count][];
        for (int c = 0; c < count; c++) {
            boolean isSide =
                    assignment == 8 && c == 1
                            || assignment == 9 && c == 0
                            || assignment == 10 && c == 1;
            block[c] = new FlacSubframe(bits, size).read(depth + (isSide ? 1 : 0));
        }
        join(assignment, block);
        bits.align();
        bits.read(16);
        if (bits.place() <= start) {
            throw new IOException("A frame without bytes");
        }
        return block;
    }

    /// The number of the frame or sample, of 1 to 7 bytes like UTF-8.
    private void skipNumber() throws IOException {
        int first = (int) bits.read(8);
        int more = Integer.numberOfLeadingZeros(~(first << 24));
        for (int i = 1; i < more; i++) {
            bits.read(8);
        }
    }

    private int size(int code) throws IOException {
        return switch (code) {
            case 0 -> throw new IOException("A reserved size of block");
            case 1 -> 192;
            case 2, 3, 4, 5 -> 144 << code;
            case 6 -> (int) bits.read(8) + 1;
            case 7 -> (int) bits.read(16) + 1;
            default -> 1 << code;
        };
    }

    private void checkRate(int code) throws IOException {
        int said =
                switch (code) {
                    case 0 -> rate;
                    case 12 -> (int) bits.read(8) * 1000;
                    case 13 -> (int) bits.read(16);
                    case 14 -> (int) bits.read(16) * 10;
                    case 15 -> throw new IOException("A reserved rate");
                    default -> RATES[code];
                };
        if (said != rate) {
            throw new IOException("The rate changes within the file");
        }
    }

    /// Left and right of left and side, side and right, or mid and side.
    private static void join(int assignment, long[][] block) {
        for (int i = 0; assignment >= 8 && i < block[0].length; i++) {
            long a = block[0][i];
            long b = block[1][i];
            switch (assignment) {
                case 8 -> block[1][i] = a - b;
                case 9 -> block[0][i] = a + b;
                default -> {
                    long mid = a << 1 | b & 1;
                    block[0][i] = mid + b >> 1;
                    block[1][i] = mid - b >> 1;
                }
            }
        }
    }

    /// Bits of a file, highest first.
    static final class Bits {
        private final byte[] bytes;
        private long bit;

        Bits(byte[] bytes, int start) {
            this.bytes = bytes;
            this.bit = 8L * start;
        }

        /// The next bits as a number that is not negative.
        long read(int count) throws IOException {
            if (bit + count > 8L * bytes.length) {
                throw new EOFException();
            }
            long value = 0;
            int left = count;
            while (left > 0) {
                int within = (int) (bit & 7);
                int take = Math.min(left, 8 - within);
                int part = (bytes[(int) (bit >> 3)] & 0xff) >> 8 - within - take & (1 << take) - 1;
                value = value << take | part;
                bit += take;
                left -= take;
            }
            return value;
        }

        /// The next bits as a number of two's complement.
        long signed(int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            int unused = 64 - count;
            return read(count) << unused >> unused;
        }

        /// The number of zeros before the next one, which is read too.
        int zeros() throws IOException {
            int count = 0;
            while (read(1) == 0) {
                count++;
            }
            return count;
        }

        int place() {
            return (int) (bit + 7 >> 3);
        }

        void seek(int place) {
            bit = 8L * place;
        }

        void align() {
            bit = bit + 7 & ~7L;
        }

        boolean atEnd() {
            return bit >= 8L * bytes.length;
        }
    }
}
