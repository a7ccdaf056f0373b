package dev.vitrine.trial;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.CodeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// The models that came with the program: those in its folder that did not come there later.
///
/// When a file came to where it is, no copy can hide: unlike the time of its last change it cannot
/// be set.
///
/// @param models the program's own models; nothing where it does not know its folder
/// @param program a file of the program itself
/// @param slack how much later a model may have come, since a program that is copied comes in parts
record Shipped(Optional<Path> models, Path program, Duration slack) {
    private static final Logger LOG = LoggerFactory.getLogger(Shipped.class);

    private static final Duration COPYING = Duration.ofSeconds(5);

    static Shipped here(Optional<Path> models) {
        return new Shipped(models, place(), COPYING);
    }

    /// Whether these files of one model are among them.
    boolean has(Path origin, Collection<Path> files) {
        try {
            if (models.isEmpty() || !origin.toRealPath().startsWith(models.get().toRealPath())) {
                return false;
            }
            Instant latest = came(program).plus(slack);
            for (Path file : files) {
                if (came(file).isAfter(latest) && Files.isWritable(models.get())) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            LOG.debug("Cannot tell where {} came from", origin, e);
            return false;
        }
    }

    private static Instant came(Path file) throws IOException {
        Object time =
                file.getFileSystem().supportedFileAttributeViews().contains("unix")
                        ? Files.getAttribute(file, "unix:ctime")
                        : Files.getAttribute(file, "creationTime");
        return ((FileTime) time).toInstant();
    }

    /// The jar; a class, where there is none; the run-time image, where the program is in it.
    private static Path place() {
        CodeSource source = Shipped.class.getProtectionDomain().getCodeSource();
        URL url = source == null ? null : source.getLocation();
        if (url != null && url.getProtocol().equals("file")) {
            try {
                Path place = Path.of(url.toURI());
                String name = Shipped.class.getName().replace('.', '/') + ".class";
                return Files.isDirectory(place) ? place.resolve(name) : place;
            } catch (URISyntaxException e) {
                LOG.debug("No place: {}", url, e);
            }
        }
        return Path.of(System.getProperty("java.home"), "lib", "modules");
    }
}
