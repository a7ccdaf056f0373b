package dev.vitrine.kind.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names for files that somebody else has named: one that any system takes, that stays in the
/// folder it is written to, and that looks like what it is.
public final class FileName {
    /// What stands where nothing is left of a name.
    static final String NONE = "file";

    /// UTF-8 bytes of a name; most systems take 255.
    private static final int MOST_BYTES = 200;

    /// Folders within folders; most systems take paths of 4096 bytes.
    private static final int DEEPEST = 16;

    /// Extensions longer than this are part of a name that is cut.
    private static final int LONGEST_EXTENSION = 20;

    /// Signs that steer text, such as those that turn `exe.txt` around, and halves of characters.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");

    /// Names of Windows devices, with any extension.
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)\\s*(\\..*)?");

    private FileName() {}

    /// The safe name nearest to this one; a safe one as it is.
    public static String safe(String given) {
        String last =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain =
                FORBIDDEN.matcher(UNSEEN.matcher(last).replaceAll("")).replaceAll("_").strip();
        String cut = trimmed(cut(trimmed(plain)));
        if (cut.isEmpty()) {
            return NONE;
        }
        return DEVICE.matcher(cut).matches() ? trimmed(cut("_" + cut)) : cut;
    }

    /// The safe path nearest to this one of folders; empty where nothing is left of it.
    public static String safeFolder(String given) {
        return Arrays.stream(given.split("[/\\\\]"))
                .filter(part -> !part.strip().replace(".", "").isEmpty())
                .map(FileName::safe)
                .limit(DEEPEST)
                .collect(Collectors.joining("/"));
    }

    /// The folders of a path; empty where it is a name alone.
    public static String folder(String path) {
        return path.substring(
                0, Math.max(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))));
    }

    /// A name that tells one of several files from the others, such as `notes (2).txt`.
    public static String numbered(String name, int number) {
        int dot = extension(name).isEmpty() ? name.length() : name.lastIndexOf('.');
        String end = " (%d)%s".formatted(number, name.substring(dot));
        return cut(name.substring(0, dot), MOST_BYTES - bytes(end)) + end;
    }

    /// The extension of a name in lower case, without its dot; empty where it has none.
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return extension.length() > LONGEST_EXTENSION ? "" : extension;
    }

    /// Windows drops dots and blanks at the end, and does not find the file again.
    private static String trimmed(String name) {
        return name.replaceFirst("[.\\s]+$", "").strip();
    }

    private static String cut(String name) {
        if (bytes(name) <= MOST_BYTES) {
            return name;
        }
        String extension = extension(name).isEmpty() ? "" : name.substring(name.lastIndexOf('.'));
        return cut(name, MOST_BYTES - bytes(extension)) + extension;
    }

    /// As much of a name as so many bytes hold.
    private static String cut(String name, int room) {
        int end = 0;
        int used = 0;
        while (end < name.length()) {
            int point = name.codePointAt(end);
            used += bytes(Character.toString(point));
            if (used > room) {
                break;
            }
            end += Character.charCount(point);
        }
        return trimmed(name.substring(0, end));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
