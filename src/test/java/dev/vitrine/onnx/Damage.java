package dev.vitrine.onnx;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/// Damages files as disks, downloads and fuzzers do.
public final class Damage {
    /// Bytes that mean much to a reader of lengths.
    private static final byte[] TELLING = {0, 1, 2, 8, 10, 0x12, 0x7f, (byte) 0x80, (byte) 0xff};

    private Damage() {}

    /// The first part of a file.
    public static byte[] cut(Random random, byte[] bytes) {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }

    /// A file with some bytes changed, left out, doubled or brought in, mostly near its head or its
    /// end, where names and types stand.
    public static byte[] damaged(Random random, byte[] bytes) {
        byte[] now = bytes.clone();
        for (int i = 1 + random.nextInt(6); i > 0 && now.length > 0; i--) {
            now = once(random, now, place(random, now.length));
        }
        return now;
    }

    private static int place(Random random, int length) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(Math.min(length, 200));
            case 1 -> length - 1 - random.nextInt(Math.min(length, 400));
            default -> random.nextInt(length);
        };
    }

    private static byte[] once(Random random, byte[] bytes, int place) {
        int length = Math.min(1 + random.nextInt(64), bytes.length - place);
        switch (random.nextInt(6)) {
            case 0 -> bytes[place] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[place] = TELLING[random.nextInt(TELLING.length)];
            case 2 -> {
                return spliced(bytes, place, new byte[0], length);
            }
            case 3 -> {
                return spliced(bytes, place, Arrays.copyOfRange(bytes, place, place + length), 0);
            }
            case 4 -> {
                byte[] varint = new byte[1 + random.nextInt(10)];
                Arrays.fill(varint, (byte) 0xff);
                varint[varint.length - 1] = (byte) random.nextInt(128);
                return spliced(bytes, place, varint, random.nextInt(length + 1));
            }
            default -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                return spliced(bytes, place, noise, length);
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int place, byte[] in, int out) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, place);
        all.writeBytes(in);
        all.write(bytes, place + out, bytes.length - place - out);
        return all.toByteArray();
    }
}
