package dev.vitrine.window.kind;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Files that other programs are handed, by the clipboard or a drag; they are there until this
/// program ends.
final class TemporaryFiles {
    private TemporaryFiles() {}

    /// Writes a file under its own name in a folder of its own; to be called in the background.
    ///
    /// @throws ProblemException where it cannot be written
    static Path write(String name, byte[] bytes) {
        try {
            Path folder = Files.createTempDirectory("vitrine-");
            Path file = folder.resolve(name);
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Fault.SYSTEM,
                    List.of(
                            Problem.of(
                                    "file",
                                    "'%s' cannot be written for other programs; save it instead."
                                            .formatted(name))),
                    e);
        }
    }
}
