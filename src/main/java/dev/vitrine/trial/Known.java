package dev.vitrine.trial;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The fingerprints of files that were opened here before, a line each, the newest last.
///
/// Two Vitrines may write at once: each holds the file's lock while it adds. Where the file cannot
/// be written, what was opened is known until the program ends.
final class Known {
    private static final Logger LOG = LoggerFactory.getLogger(Known.class);

    /// Of more the oldest are forgotten, and tried again.
    private static final int MOST = 2_000;

    /// A larger file is not one of ours.
    private static final long MOST_BYTES = 1 << 20;

    /// Java lets only one thread of a program ask for a file's lock at a time.
    private static final Object WRITING = new Object();

    private static final Pattern PRINT = Pattern.compile("[0-9a-f]{64}");

    private final Path file;
    private final Set<String> here = new LinkedHashSet<>();

    Known(Path file) {
        this.file = file;
    }

    synchronized boolean has(String print) {
        if (here.contains(print)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            here.addAll(read(channel));
        } catch (IOException e) {
            LOG.debug("Nothing is known from {}", file, e);
        }
        return here.contains(print);
    }

    synchronized void add(String print) {
        here.add(print);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            synchronized (WRITING) {
                keep(print);
            }
        } catch (IOException e) {
            LOG.debug("What was opened is not kept in {}", file, e);
        }
    }

    private void keep(String print) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            write(channel, print);
        }
    }

    private static void write(FileChannel channel, String print) throws IOException {
        Set<String> all = read(channel);
        all.remove(print);
        all.add(print);
        List<String> newest = all.stream().skip(Math.max(0, all.size() - MOST)).toList();
        String text = String.join("\n", newest) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        channel.position(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.truncate(bytes.limit());
    }

    /// What can be understood of it, whatever else there is.
    private static Set<String> read(FileChannel channel) throws IOException {
        Set<String> prints = new LinkedHashSet<>();
        if (channel.size() > MOST_BYTES) {
            return prints;
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {
            // one read may give less than there is
        }
        StandardCharsets.ISO_8859_1
                .decode(bytes.flip())
                .toString()
                .lines()
                .filter(line -> PRINT.matcher(line).matches())
                .forEach(prints::add);
        return prints;
    }
}
