package dev.vitrine.window.kind;

import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.FxThread;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Reads files that a person chose or dropped, and writes those that a person saves.
public final class FileAccess {
    /// A larger file is no sensible input of a demo and would fill the memory.
    private static final long MOST = 512L << 20;

    private FileAccess() {}

    /// The whole file; to be called in the background.
    ///
    /// @throws ProblemException where it cannot be read, or holds more than 512 MB
    public static Raw.Upload read(Port port, Path file) {
        String name = nameOf(file);
        try {
            if (Files.isDirectory(file)) {
                throw input(port, "file", "'%s' is a folder; choose a file.".formatted(name));
            }
            if (Files.size(file) > MOST) {
                throw input(
                        port,
                        "file_too_large",
                        "'%s' is larger than %d MB; choose a smaller file."
                                .formatted(name, MOST >> 20));
            }
            return new Raw.Upload(Files.readAllBytes(file), name, null);
        } catch (NoSuchFileException e) {
            throw input(port, "file", "There is no file '%s'; choose another.".formatted(name));
        } catch (IOException e) {
            throw input(
                    port,
                    "file",
                    "'%s' cannot be read%s; choose another file.".formatted(name, reason(e)));
        }
    }

    /// The first bytes of a file and how many it has; to be called in the background.
    ///
    /// @param bytes its beginning
    /// @param size bytes of the whole
    /// @param name the file's name
    @SuppressWarnings("ArrayRecordComponent")
    public record Head(byte[] bytes, long size, String name) {}

    /// The beginning of a file, for a kind that tells by it whether the whole can be used; empty
    /// where it cannot be read, which [#read] has the words for.
    public static Head head(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return new Head(in.readNBytes(most), Files.size(file), nameOf(file));
        } catch (IOException e) {
            return new Head(new byte[0], 0, nameOf(file));
        }
    }

    /// Asks where to save, then makes the bytes and writes them in the background.
    ///
    /// @param name the file name to begin with
    /// @param bytes makes the file's content
    /// @param done called on the FX thread when it is written
    /// @param failed called on the FX thread where it could not be
    public static void save(
            Desktop desktop,
            String title,
            String name,
            Content bytes,
            Runnable done,
            Consumer<ProblemException> failed) {
        desktop.chooseTarget(title, name)
                .ifPresent(file ->
                        bytes.make(
                                made ->
                                        FxThread.background(
                                                () -> write(file, made),
                                                written -> done.run(),
                                                failed),
                                failed));
    }

    /// The lower-case extension of a file name without its dot; empty where it has none.
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || dot < name.lastIndexOf('/') || dot < name.lastIndexOf('\\')
                ? ""
                : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Fault.SYSTEM,
                    List.of(
                            Problem.of(
                                    "file",
                                    "'%s' cannot be written%s; save it somewhere else."
                                            .formatted(nameOf(file), reason(e)))),
                    e);
        }
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return " (permission denied)";
        }
        return e instanceof NoSuchFileException ? " (its folder does not exist)" : "";
    }

    private static ProblemException input(Port port, String type, String message) {
        return ProblemException.input(Problem.at(port.name(), type, message));
    }
}
