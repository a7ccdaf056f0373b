package dev.vitrine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where models live on this machine.
///
/// @param system the operating system, as Java's `os.name` calls it
/// @param home the user's home
/// @param environment the environment variables
record Folders(String system, Path home, Map<String, String> environment) {
    /// Those of the running program.
    static Folders here() {
        return new Folders(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System.getenv());
    }

    /// The folders of the gallery: the models that came with the program, where it was started from
    /// its folder, and the user's own.
    List<Path> gallery() {
        return Stream.concat(
                        Optional.ofNullable(System.getProperty("vitrine.home"))
                                .map(installed -> Path.of(installed, "models"))
                                .stream(),
                        Stream.of(data().resolve("vitrine").resolve("models")))
                .toList();
    }

    /// The platform's folder for what programs keep for a user.
    Path data() {
        if (system.startsWith("Windows")) {
            return variable("LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"));
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Application Support");
        }
        // the XDG base directory specification tells to ignore paths that are not absolute
        return variable("XDG_DATA_HOME")
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".local").resolve("share"));
    }

    private Optional<Path> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank()).map(Path::of);
    }
}
