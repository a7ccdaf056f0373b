package dev.vitrine.cli;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// Paths as they are typed, and files and folders made where a command was told to.
final class Output {
    private Output() {}

    /// The path that was typed.
    ///
    /// @throws ProblemException where it is none
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw Parser.usage("'%s' is no path; choose another name.".formatted(text));
        }
    }

    /// Makes a folder where there is none, with those above it.
    ///
    /// @throws ProblemException where it cannot be made
    static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw refused("The folder '%s' cannot be made; choose another place.", folder, e);
        }
    }

    /// Writes a file and makes its folder.
    ///
    /// @throws ProblemException where it cannot be written
    static Path write(Path file, byte[] bytes) {
        Path folder = file.getParent();
        if (folder != null) {
            folder(folder);
        }
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw refused("'%s' cannot be written; choose another place.", file, e);
        }
    }

    private static ProblemException refused(String sentence, Path path, IOException cause) {
        return new ProblemException(
                Fault.SYSTEM, List.of(Problem.of("file", sentence.formatted(path))), cause);
    }
}
