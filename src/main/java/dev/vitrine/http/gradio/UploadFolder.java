package dev.vitrine.http.gradio;

import dev.vitrine.http.exchange.Lasting;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/// A temporary folder that nobody else can read, made with the first file and gone with the
/// endpoint; one that a crash has left behind goes a day later, with the next that is made. Safe to
/// use from any thread.
final class UploadFolder implements Lasting {
    private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);

    private static final String PREFIX = "vitrine-uploads-";

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Path parent;
    private @Nullable Path folder;

    /// A folder where the system has its temporary files.
    UploadFolder() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// @param parent where the folder is made
    UploadFolder(Path parent) {
        this.parent = parent;
    }

    /// Writes a new file.
    ///
    /// @param id its name, which is one of our own
    void write(String id, byte[] bytes) throws IOException {
        Files.write(folder().resolve(id), bytes, StandardOpenOption.CREATE_NEW);
    }

    /// Reads a file; nothing where it has just gone.
    byte[] read(String id) {
        Path file = file(id);
        try {
            return file == null ? new byte[0] : Files.readAllBytes(file);
        } catch (IOException e) {
            LOG.debug("An upload has gone", e);
            return new byte[0];
        }
    }

    /// Deletes a file.
    void delete(String id) {
        Path file = file(id);
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.debug("An upload stays behind", e);
        }
    }

    private synchronized @Nullable Path file(String id) {
        return folder == null ? null : folder.resolve(id);
    }

    @Override
    public synchronized void close() {
        try {
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            LOG.debug("The folder of the uploads stays behind", e);
        }
        folder = null;
    }

    private synchronized Path folder() throws IOException {
        Path known = folder;
        if (known == null || !Files.isDirectory(known)) {
            tidy();
            // Java lets its owner alone into it.
            known = Files.createTempDirectory(parent, PREFIX);
            folder = known;
        }
        return known;
    }

    /// Deletes what others have left behind.
    private void tidy() {
        Instant forgotten = Instant.now().minus(FORGOTTEN);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path old : all) {
                if (Files.getLastModifiedTime(old, LinkOption.NOFOLLOW_LINKS)
                                .toInstant()
                                .isBefore(forgotten)
                        && Files.isDirectory(old, LinkOption.NOFOLLOW_LINKS)) {
                    delete(old);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("Old uploads stay behind", e);
        }
    }

    private static void delete(Path old) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(old)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(old);
        } catch (IOException | DirectoryIteratorException e) {
            // Somebody else's.
            LOG.debug("Old uploads stay behind", e);
        }
    }
}
