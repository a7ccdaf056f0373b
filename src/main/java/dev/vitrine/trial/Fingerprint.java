package dev.vitrine.trial;

import dev.vitrine.onnx.OnnxFile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/// By what files are known again: the same content, wherever it lies and however it is called.
///
/// Up to some megabytes the whole content counts. Of a larger file parts all over it do, with its
/// size and the time of its last change, so that gigabytes of weights do not keep anybody waiting.
final class Fingerprint {
    private static final long WHOLE = 16L << 20;
    private static final int PARTS = 64;
    private static final int PART = (int) (WHOLE / PARTS);

    private final MessageDigest digest = sha256();
    private long bytes;

    private Fingerprint() {}

    /// What is known of files.
    ///
    /// @param text what stands for them
    /// @param bytes how large they are together
    record Print(String text, long bytes) {}

    /// Reads files, and those that hold their weights.
    ///
    /// @param engine what opens them; another version is another trial
    static Print of(Collection<Path> files, String engine) throws IOException {
        Fingerprint all = new Fingerprint();
        all.digest.update(engine.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (Path file : files) {
            all.add(file);
            for (String name : OnnxFile.read(file).externalFiles()) {
                all.add(file.resolveSibling(name));
            }
        }
        return new Print(HexFormat.of().formatHex(all.digest.digest()), all.bytes);
    }

    private void add(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            bytes += size;
            number(size);
            if (size <= WHOLE) {
                part(channel, 0, (int) size);
                return;
            }
            number(Files.getLastModifiedTime(file).toMillis());
            for (long i = 0; i < PARTS; i++) {
                part(channel, (size - PART) / (PARTS - 1) * i, PART);
            }
            part(channel, size - PART, PART);
        }
    }

    private void part(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(length);
        while (part.hasRemaining() && channel.read(part, from + part.position()) > 0) {
            // one read may give less than there is
        }
        digest.update(part.flip());
    }

    private void number(long n) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(n).flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
