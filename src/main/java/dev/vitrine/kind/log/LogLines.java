package dev.vitrine.kind.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of a log as a person reads them.
///
/// What a terminal would obey and not show is left out (ECMA-48: colours, cursor movements,
/// titles), and of a line that a program writes over again, such as a progress bar, the last state
/// stays.
///
/// @param lines the last lines, oldest first; no more than [#MOST]
/// @param total how many lines there are in all
public record LogLines(List<Line> lines, int total) {
    /// The lines that are shown; nobody reads more.
    public static final int MOST = 10_000;

    /// Where a line's level stands, if it says one.
    private static final int HEAD = 80;

    private static final Pattern SEQUENCES =
            Pattern.compile(
                    "\u001B\\[[0-?]*["
                        + " -/]*[@-~]|\u001B\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|\u001B[@-Z\\\\-_]");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\t\\n]]");

    /// Levels as the usual libraries write them, in capitals or in brackets.
    private static final Pattern LEVEL =
            Pattern.compile(
                    "\\b(FATAL|CRITICAL|SEVERE|ERROR|WARNING|WARN|NOTICE|INFO|CONFIG|DEBUG|FINER|FINEST|FINE|TRACE)\\b|(?i)\\[(fatal|critical|error|warning|warn|info|debug|trace)\\]|\\blevel=(fatal|critical|error|warning|warn|info|debug|trace)\\b");

    /// How much a line matters.
    public enum Level {
        /// It says no level.
        NONE,
        /// For those who look for a fault.
        DEBUG,
        /// As it should be.
        INFO,
        /// To be looked at.
        WARNING,
        /// Something went wrong.
        ERROR
    }

    /// One line.
    ///
    /// @param text what it says
    /// @param level its level; that of the line before where it belongs to it, as a stack trace
    ///   does
    public record Line(String text, Level level) {}

    public LogLines {
        lines = List.copyOf(lines);
    }

    /// The lines of a log.
    public static LogLines of(String log) {
        String text = log.endsWith("\n") ? log.substring(0, log.length() - 1) : log;
        if (text.isEmpty()) {
            return new LogLines(List.of(), 0);
        }
        int total = (int) text.chars().filter(c -> c == '\n').count() + 1;
        List<Line> lines = new ArrayList<>();
        Level before = Level.NONE;
        for (String line : tail(text, total).split("\n", -1)) {
            String plain = plain(line);
            before = level(plain, before);
            lines.add(new Line(plain, before));
        }
        return new LogLines(lines, total);
    }

    /// A log without what only a terminal obeys.
    public static String plain(String log) {
        StringBuilder all = new StringBuilder(log.length());
        for (String line : SEQUENCES.matcher(log).replaceAll("").split("\n", -1)) {
            all.append(all.isEmpty() ? "" : "\n")
                    .append(CONTROLS.matcher(last(line)).replaceAll(""));
        }
        return all.toString();
    }

    private static String tail(String text, int total) {
        int from = 0;
        for (int skipped = total - MOST; skipped > 0; skipped--) {
            from = text.indexOf('\n', from) + 1;
        }
        return text.substring(from);
    }

    /// What a carriage return has left of a line.
    private static String last(String line) {
        String whole = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        return whole.substring(whole.lastIndexOf('\r') + 1);
    }

    private static Level level(String line, Level before) {
        Matcher found = LEVEL.matcher(line).region(0, Math.min(HEAD, line.length()));
        if (!found.find()) {
            boolean belongs = line.startsWith(" ") || line.startsWith("\t");
            return belongs || line.startsWith("Caused by:") ? before : Level.NONE;
        }
        return switch (found.group()
                .replaceAll("(?i)\\[|\\]|level=", "")
                .toUpperCase(Locale.ROOT)) {
            case "FATAL", "CRITICAL", "SEVERE", "ERROR" -> Level.ERROR;
            case "WARNING", "WARN" -> Level.WARNING;
            case "NOTICE", "INFO", "CONFIG" -> Level.INFO;
            default -> Level.DEBUG;
        };
    }
}
