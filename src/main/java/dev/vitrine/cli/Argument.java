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
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What was typed for a port.
///
/// @param port the port
/// @param text what was typed
/// @param more what was typed after it under the same name, for kinds that take several files
record Argument(Port port, String text, List<String> more) {
    private static final Pattern SCALAR =
            Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|true|false");

    /// The most a file may hold: 1 GiB, half of what a Java array can.
    private static final int MAX_BYTES = 1 << 30;

    /// What stands for standard input, as elsewhere; a file of this name is `./-`.
    private static final String STANDARD_INPUT = "-";

    Argument(Port port, String text) {
        this(port, text, List.of());
    }

    /// What was typed once or several times.
    static Argument of(Port port, List<String> texts) {
        return new Argument(port, texts.getFirst(), texts.subList(1, texts.size()));
    }

    /// How many values are what standard input holds: a text too long for a command line, or what
    /// another program writes.
    long piped() {
        return singles().filter(Argument::isStandardInput).count();
    }

    /// The files it names, where the port's kind takes files and a text is no value written out.
    Stream<Path> files() {
        return singles().flatMap(one -> one.file().stream());
    }

    private Stream<Argument> singles() {
        return Stream.concat(Stream.of(text), more.stream()).map(one -> new Argument(port, one));
    }

    private boolean isStandardInput() {
        return text.equals(STANDARD_INPUT);
    }

    private Optional<Path> file() {
        return isStandardInput() || isWritten() || Kinds.of(port).accepts().isEmpty()
                ? Optional.empty()
                : Optional.of(Output.path(text));
    }

    /// A value written out: a data URI, or JSON, of which a bare number may be the name of a file.
    private boolean isWritten() {
        return Stream.of("data:", "[", "{", "\"").anyMatch(text::startsWith)
                || SCALAR.matcher(text).matches() && !Files.exists(Output.path(text));
    }

    /// The content of the file or of standard input, or the text where it names neither.
    ///
    /// @throws ProblemException where the file cannot be read
    Raw raw() {
        return more.isEmpty()
                ? single()
                : Kinds.of(port).together(singles().map(Argument::single).toList());
    }

    private Raw single() {
        return isStandardInput()
                ? readStandardInput()
                : file().map(this::read).orElseGet(() -> new Raw.Text(text));
    }

    private Raw read(Path file) {
        if (Files.isDirectory(file)) {
            return Kinds.of(port)
                    .folder(port, file)
                    .orElseThrow(
                            () -> wrong("'%s' is a folder; name a file in it.".formatted(text)));
        }
        try (InputStream in = Files.newInputStream(file)) {
            String name = String.valueOf(file.getFileName());
            byte[] head = in.readNBytes(Kind.HEAD);
            long size = Files.size(file);
            Kinds.of(port).look(port, head, size, name);
            byte[] bytes =
                    size >= MAX_BYTES ? head : joined(head, in.readNBytes(MAX_BYTES - head.length));
            if (Math.max(size, bytes.length) >= MAX_BYTES) {
                throw tooLarge("'%s'".formatted(text));
            }
            return new Raw.Upload(bytes, name, null);
        } catch (NoSuchFileException e) {
            throw wrong("There is no file '%s'; check its path.".formatted(text));
        } catch (IOException e) {
            throw wrong("The file '%s' cannot be read; check who may read it.".formatted(text));
        }
    }

    private Raw.Upload readStandardInput() {
        try {
            byte[] bytes = System.in.readNBytes(MAX_BYTES);
            if (bytes.length >= MAX_BYTES) {
                throw tooLarge("What comes through standard input");
            }
            return new Raw.Upload(bytes, null, null);
        } catch (IOException e) {
            throw wrong("Standard input cannot be read; name a file instead of '-'.");
        }
    }

    private ProblemException tooLarge(String what) {
        return new ProblemException(
                Fault.TOO_LARGE,
                Problem.at(
                        port.name(),
                        "file_too_large",
                        what + " is larger than the 1 GiB that is taken; make it smaller."));
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
