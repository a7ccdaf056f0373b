package dev.vitrine.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Where DJL keeps a copy of the native code that comes in its jars: the folder that the system has
/// for such things, instead of one in the user's home.
final class LibraryCache {
    /// What DJL asks for the folder.
    private static final String PROPERTY = "DJL_CACHE_DIR";

    private LibraryCache() {}

    /// Tells DJL, unless somebody has told it already.
    static void use() {
        if (System.getenv(PROPERTY) == null && System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, folder().toString());
        }
    }

    private static Path folder() {
        Path folder =
                of(
                                System.getProperty("os.name", ""),
                                System.getenv(),
                                Path.of(System.getProperty("user.home", "")))
                        .resolve("vitrine");
        try {
            Files.createDirectories(folder);
            if (Files.isWritable(folder)) {
                return folder;
            }
        } catch (IOException e) {
            // A home that is read-only; one of our own then, for this process.
        }
        return temporary();
    }

    /// A new folder that nobody else may write to.
    private static Path temporary() {
        try {
            return Files.createTempDirectory("vitrine");
        } catch (IOException e) {
            return Path.of(System.getProperty("java.io.tmpdir", ""));
        }
    }

    /// The system's folder for what can be made again.
    static Path of(String system, Map<String, String> environment, Path home) {
        Function<String, Optional<Path>> named =
                name ->
                        Optional.ofNullable(environment.get(name))
                                .filter(text -> !text.isBlank())
                                .map(Path::of)
                                .filter(Path::isAbsolute);
        if (system.startsWith("Windows")) {
            return named.apply("LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"));
        }
        return system.startsWith("Mac")
                ? home.resolve("Library").resolve("Caches")
                : named.apply("XDG_CACHE_HOME").orElse(home.resolve(".cache"));
    }
}
