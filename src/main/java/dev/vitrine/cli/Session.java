package dev.vitrine.cli;

import dev.vitrine.cli.Cli.Faces;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What a command works with.
///
/// @param faces what it can start
/// @param out takes the answer and nothing else
/// @param err takes everything else
record Session(Faces faces, PrintStream out, PrintStream err) {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    /// One line of the answer.
    void answer(String line) {
        out.println(plain(line));
    }

    /// A document as the answer, in UTF-8 whatever the terminal speaks, as JSON and YAML are.
    void document(String text) {
        out.writeBytes((text.strip() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// One line beside the answer.
    void say(String line) {
        err.println(plain(line));
    }

    /// Text that a terminal shows and does not obey: names and labels come from files that anybody
    /// may have written.
    static String plain(String text) {
        return CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll("\uFFFD");
    }
}
