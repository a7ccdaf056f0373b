package dev.vitrine.model;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// Where models are: the folder beside the program, and the user's own, where each system keeps the
/// data of programs.
///
/// @param properties as [System#getProperties()] gives them (`os.name`, `user.home`,
///   `vitrine.home`)
/// @param environment as [System#getenv()] gives it
public record Places(Properties properties, Map<String, String> environment) {
    /// The places on this machine.
    public static Places here() {
        return new Places(System.getProperties(), System.getenv());
    }

    /// The folders of the gallery: the models that came with the program, then the user's own.
    public List<Path> gallery() {
        return Stream.concat(installed().stream(), Stream.of(own())).toList();
    }

    /// The models that came with the program; nothing where it does not know its folder.
    public Optional<Path> installed() {
        return path(properties.getProperty("vitrine.home", "")).map(home -> home.resolve("models"));
    }

    /// The user's own models; the folder may not be there yet.
    public Path own() {
        return data().resolve("models");
    }

    /// The folder for what the program keeps for its user; it may not be there yet.
    public Path data() {
        return base().resolve("vitrine");
    }

    private Path base() {
        Path home = Path.of(properties.getProperty("user.home", ""));
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return environment("LOCALAPPDATA")
                    .orElseGet(() -> home.resolve("AppData").resolve("Local"));
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support");
        }
        // The XDG base directory specification: a relative path is to be ignored.
        return environment("XDG_DATA_HOME")
                .filter(Path::isAbsolute)
                .orElseGet(() -> home.resolve(".local").resolve("share"));
    }

    private Optional<Path> environment(String name) {
        return path(environment.getOrDefault(name, ""));
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
