package dev.vitrine.window.kind;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Files that other programs are handed, by the clipboard or a drag; they are there until this
/// program ends.
final class TemporaryFiles {
    private TemporaryFiles() {}

    /// Writes files under their own names into a folder of their own; to be called in the
    /// background.
    ///
    /// @param files their bytes by their paths, such as `docs/notes.txt`
    /// @return the files and folders to hand over: each once, without those inside of others
    /// @throws ProblemException where one cannot be written
    static List<Path> write(Map<String, byte[]> files) {
        Set<Path> tops = new LinkedHashSet<>();
        String now = "file";
        try {
            Path root = Files.createTempDirectory("vitrine-");
            root.toFile().deleteOnExit();
            for (Map.Entry<String, byte[]> one : files.entrySet()) {
                now = one.getKey();
                Path within = Path.of(now);
                Path folder = root;
                for (int i = 0; i < within.getNameCount() - 1; i++) {
                    folder = folder.resolve(within.getName(i));
                    if (!Files.isDirectory(folder)) {
                        Files.createDirectory(folder).toFile().deleteOnExit();
                    }
                }
                Path file = Files.write(root.resolve(within), one.getValue());
                file.toFile().deleteOnExit();
                tops.add(root.resolve(within.getName(0)));
            }
            return List.copyOf(tops);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Fault.SYSTEM,
                    List.of(
                            Problem.of(
                                    "file",
                                    "'%s' cannot be written for other programs; save it instead."
                                            .formatted(now))),
                    e);
        }
    }
}
