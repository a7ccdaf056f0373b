package dev.vitrine.model;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Writes signatures to disk: whole or not at all, and never over what somebody wrote by hand
/// without keeping it.
public final class SignatureFile {
    private static final String BACKUP = ".bak";

    private SignatureFile() {}

    /// What was written.
    ///
    /// @param file the signature
    /// @param backup what stood there before; nothing where nothing did, or the same
    public record Written(Path file, Optional<Path> backup) {}

    /// Writes a signature.
    ///
    /// @param yaml its text
    /// @throws ProblemException where the file or its folder cannot be written ([Fault#SYSTEM]);
    ///   then it is as it was
    public static Written write(Path file, String yaml) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        Path fresh = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(fresh, bytes);
            Optional<Path> backup = keep(file, bytes);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            return new Written(file, backup);
        } catch (IOException e) {
            throw new ProblemException(Fault.SYSTEM, List.of(refusal(file, e)), e);
        }
    }

    /// Copies what is there, where it is other than what comes, to the first name that is free.
    private static Optional<Path> keep(Path file, byte[] bytes) throws IOException {
        if (!Files.exists(file) || Arrays.equals(Files.readAllBytes(file), bytes)) {
            return Optional.empty();
        }
        Path backup = file.resolveSibling(file.getFileName() + BACKUP);
        for (int i = 2; Files.exists(backup); i++) {
            backup = file.resolveSibling(file.getFileName() + BACKUP + i);
        }
        return Optional.of(Files.copy(file, backup, StandardCopyOption.COPY_ATTRIBUTES));
    }

    private static Problem refusal(Path file, IOException e) {
        String reason =
                switch (e) {
                    case AccessDeniedException ignored -> " (permission denied)";
                    case FileSystemException f when f.getReason() != null ->
                            " (" + f.getReason() + ")";
                    default -> "";
                };
        return Problem.of(
                "file",
                "'%s' cannot be written%s; save it somewhere else, or copy the text."
                        .formatted(file, reason));
    }
}
