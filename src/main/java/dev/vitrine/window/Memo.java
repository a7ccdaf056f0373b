package dev.vitrine.window;

import dev.vitrine.kind.Json;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;

/// The small file that keeps what the window remembers.
///
/// It is replaced as a whole, so whoever reads it, another Vitrine included, finds one state or the
/// other. Where it cannot be written the window works all the same and remembers nothing. Reads and
/// writes: for the background.
final class Memo {
    private static final Logger LOG = LoggerFactory.getLogger(Memo.class);

    /// A larger file is not one of ours.
    private static final long MOST_BYTES = 1 << 20;

    private final Path file;
    private String complaint = "";

    Memo(Path file) {
        this.file = file;
    }

    /// What the file says; the state of the very first time where there is none, or none that can
    /// be read.
    synchronized Remembered read() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return refuse();
            }
            JsonNode all = Json.MAPPER.readTree(Files.readAllBytes(file));
            return all.isObject() ? Remembered.of(all) : refuse();
        } catch (NoSuchFileException e) {
            return Remembered.NOTHING;
        } catch (IOException | JacksonException e) {
            LOG.debug("Cannot read {}", file, e);
            return refuse();
        }
    }

    /// Why the last [#read] found nothing though there is a file; empty where all was well.
    synchronized String complaint() {
        return complaint;
    }

    /// Changes what is remembered: what the file says now, which another Vitrine may have written.
    synchronized void change(UnaryOperator<Remembered> change) {
        Remembered before = read();
        Remembered after = change.apply(before);
        if (!after.equals(before)) {
            try {
                write(after);
            } catch (IOException e) {
                LOG.debug("Cannot write {}", file, e);
            }
        }
    }

    private void write(Remembered all) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "window", ".json");
        try {
            Files.writeString(fresh, all.json().toPrettyString());
            try {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Remembered refuse() {
        complaint =
                "What the window remembered cannot be read, so it starts afresh; '%s' will be written anew."
                        .formatted(file);
        return Remembered.NOTHING;
    }
}
