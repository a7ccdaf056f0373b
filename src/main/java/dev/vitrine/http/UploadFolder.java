package dev.vitrine.http;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A temporary folder that nobody else can read, made with the first file and gone with the
/// endpoint. Safe to use from any thread.
final class UploadFolder implements Lasting {
    private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);

    private @Nullable Path folder;

    /// Writes a new file.
    ///
    /// @param id its name, which is one of our own
    void write(String id, byte[] bytes) throws IOException {
        Files.write(folder().resolve(id), bytes, StandardOpenOption.CREATE_NEW);
    }

    /// Reads a file; nothing where it has just gone.
    byte[] read(String id) {
        try {
            return Files.readAllBytes(folder().resolve(id));
        } catch (IOException e) {
            LOG.debug("An upload has gone", e);
            return new byte[0];
        }
    }

    /// Deletes a file.
    void delete(String id) {
        try {
            Files.deleteIfExists(folder().resolve(id));
        } catch (IOException e) {
            LOG.debug("An upload stays behind", e);
        }
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
        if (known == null) {
            // Java lets its owner alone into it.
            known = Files.createTempDirectory("vitrine-uploads-");
            folder = known;
        }
        return known;
    }
}
