package dev.vitrine.cli;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What was typed for a port.
///
/// @param port the port
/// @param text what was typed
record Argument(Port port, String text) {
    private static final Pattern SCALAR =
            Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|true|false");

    /// The most a file may hold: 1 GiB, half of what a Java array can.
    private static final int MAX_BYTES = 1 << 30;

    /// The file it names, where the port's kind takes files and the text is no value written out.
    Optional<Path> file() {
        return isWritten() || Kinds.of(port).accepts().isEmpty()
                ? Optional.empty()
                : Optional.of(Output.path(text));
    }

    /// A value written out: a data URI, or JSON, of which a bare number may be the name of a file.
    private boolean isWritten() {
        return Stream.of("data:", "[", "{", "\"").anyMatch(text::startsWith)
                || SCALAR.matcher(text).matches() && !Files.exists(Output.path(text));
    }

    /// The content of the file, or the text where it names none.
    ///
    /// @throws ProblemException where the file cannot be read
    Raw raw() {
        return file().<Raw>map(this::read).orElseGet(() -> new Raw.Text(text));
    }

    private Raw.Upload read(Path file) {
        if (Files.isDirectory(file)) {
            throw wrong("'%s' is a folder; name a file in it.".formatted(text));
        }
        try (InputStream in = Files.newInputStream(file)) {
            String name = String.valueOf(file.getFileName());
            byte[] head = in.readNBytes(Kind.HEAD);
            long size = Files.size(file);
            Kinds.of(port).look(port, head, size, name);
            byte[] bytes =
                    size >= MAX_BYTES ? head : joined(head, in.readNBytes(MAX_BYTES - head.length));
            if (Math.max(size, bytes.length) >= MAX_BYTES) {
                throw new ProblemException(
                        Fault.TOO_LARGE,
                        Problem.at(
                                port.name(),
                                "file_too_large",
                                "'%s' is larger than the 1 GiB that is taken; make it smaller."
                                        .formatted(text)));
            }
            return new Raw.Upload(bytes, name, null);
        } catch (NoSuchFileException e) {
            throw wrong("There is no file '%s'; check its path.".formatted(text));
        } catch (IOException e) {
            throw wrong("The file '%s' cannot be read; check who may read it.".formatted(text));
        }
    }

    private static byte[] joined(byte[] head, byte[] rest) {
        byte[] all = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }

    private ProblemException wrong(String sentence) {
        return ProblemException.input(Problem.at(port.name(), "file", sentence));
    }
}
