package dev.vitrine.model;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Copies a model's folder or file.
final class ModelCopy {
    private ModelCopy() {}

    /// Copies regular files, and no links, which could lead anywhere.
    ///
    /// @throws ProblemException where it cannot be written; a part of the copy may be left then
    static Path of(Path home, Path into) {
        String name = String.valueOf(home.toAbsolutePath().normalize().getFileName());
        Path copy = into.resolve(ModelId.free(name, n -> Files.exists(into.resolve(n))));
        try (Stream<Path> all = Files.walk(home)) {
            Files.createDirectories(into);
            for (Path from : all.toList()) {
                Path to = copy.resolve(home.relativize(from).toString());
                if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(to);
                } else if (Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(from, to);
                }
            }
            return copy;
        } catch (IOException e) {
            throw new ProblemException(
                    Fault.SYSTEM,
                    List.of(
                            Problem.of(
                                    "file",
                                    "The model cannot be copied to '%s'; check who may write there."
                                            .formatted(copy))),
                    e);
        }
    }
}
