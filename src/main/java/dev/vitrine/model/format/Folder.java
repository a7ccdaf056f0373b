package dev.vitrine.model.format;

import dev.vitrine.signature.ProblemException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A model's folder as a closed box: what a signature names is found inside it, or not at all.
///
/// A name is the same on every system, so what only Windows would read as a way out (a drive, a
/// backslash, a device such as `NUL`) is refused everywhere.
///
/// @param root the folder
public record Folder(Path root) {
    private static final long MOST_MEDIUM = 256L << 20;
    private static final long MOST_LINES = 16L << 20;

    private static final Pattern FOREIGN = Pattern.compile("[\\\\:\\p{Cntrl}]");
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    /// The file of this name.
    ///
    /// @param name a path with `/` between its parts, relative to the folder
    /// @throws ProblemException where it is no such path, leads out of the folder, by a link too,
    ///   or names no file
    public Path find(String name) {
        if (Arrays.asList(name.split("/", -1)).contains("..")) {
            throw wrong(name, "leads out of the folder; copy the file into it");
        }
        if (!isName(name)) {
            throw wrong(
                    name, "is no name of a file in the folder; write one such as examples/a.png");
        }
        try {
            Path file = root.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw wrong(name, "is no file in the folder; put it there or change the name");
            }
            return inside(file);
        } catch (InvalidPathException e) {
            throw wrong(name, "cannot be reached; check its name and who may read it");
        }
    }

    /// Whether it is the name of a file in a folder on every system.
    static boolean isName(String name) {
        return !FOREIGN.matcher(name).find()
                && Arrays.stream(name.split("/", -1))
                        .noneMatch(part ->
                                part.isEmpty()
                                        || part.equals(".")
                                        || part.equals("..")
                                        || DEVICE.matcher(part).matches());
    }

    /// A file of the folder, where no link makes it one of another.
    ///
    /// @throws ProblemException where it lies elsewhere
    public Path inside(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (!file.toRealPath().startsWith(root.toRealPath())) {
                throw wrong(name, "is a link out of the folder; copy the file into it");
            }
            return file;
        } catch (IOException e) {
            throw wrong(name, "cannot be reached; check its name and who may read it");
        }
    }

    /// A Markdown text for people; empty where there is none, or none that can be read, since a
    /// model runs without.
    public String card(String name) {
        try {
            return Files.isRegularFile(root.resolve(name)) ? text(name) : "";
        } catch (ProblemException e) {
            return "";
        }
    }

    /// The content of a file.
    ///
    /// @throws ProblemException where it cannot be found or read, or is larger than 256 MB
    public byte[] bytes(String name) {
        return bytes(find(name), "'" + Shown.cut(name) + "'", MOST_MEDIUM);
    }

    /// The lines of a UTF-8 text file, whatever ends them, without a byte order mark; blank ones
    /// count, one after the last line end does not.
    ///
    /// @throws ProblemException where it cannot be found or read, or is no UTF-8 text
    public List<String> lines(String name) {
        return text(name).lines().toList();
    }

    /// The lines of a text file anywhere, as [#lines(String)] reads those of the folder.
    ///
    /// @throws ProblemException where it cannot be read, or is no UTF-8 text
    public static List<String> linesOf(Path file) {
        String title = "'" + file.getFileName() + "'";
        return text(bytes(file, title, MOST_LINES), title).lines().toList();
    }

    /// A UTF-8 text file without a byte order mark.
    ///
    /// @throws ProblemException where it cannot be found or read, or is no UTF-8 text
    public String text(String name) {
        String title = "'" + Shown.cut(name) + "'";
        return text(bytes(find(name), title, MOST_LINES), title);
    }

    /// The content of a file that is no larger than this.
    static byte[] bytes(Path file, String title, long most) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) most + 1);
            if (bytes.length > most) {
                throw ProblemException.model(
                        "%s is larger than %s MB, which is more than is read; give a smaller file."
                                .formatted(title, most >> 20));
            }
            return bytes;
        } catch (IOException e) {
            throw ProblemException.model(
                    "%s cannot be read; check that it is a file and who may read it."
                            .formatted(title));
        }
    }

    /// Bytes as UTF-8 text without a byte order mark.
    static String text(byte[] bytes, String title) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ProblemException.model(
                    "%s is not UTF-8 text; save it as UTF-8.".formatted(title));
        }
    }

    private static ProblemException wrong(String name, String rest) {
        return ProblemException.model("'%s' %s.".formatted(Shown.cut(name), rest));
    }
}
