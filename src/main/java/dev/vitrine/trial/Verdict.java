package dev.vitrine.trial;

import dev.vitrine.kind.Json;

import tools.jackson.core.JacksonException;

import java.util.Locale;
import java.util.Optional;

/// What a child process says on its standard output, a line each.
///
/// @param word what happened
/// @param sentence why, where the file was refused; else empty
record Verdict(Word word, String sentence) {
    /// What happened.
    enum Word {
        /// The process is there.
        STARTED,
        /// The model is loaded; its first run begins.
        LOADED,
        /// The first run has ended, well or with a sentence.
        PASSED,
        /// The first run took too long.
        SLOW,
        /// There was not enough memory.
        MEMORY,
        /// The engine does not take the file, and says why.
        REFUSED,
        /// Nothing can be tried here.
        UNABLE,
        /// The process has ended without a word; never said by itself.
        DIED,
        /// The model was not loaded in time; never said by the process itself.
        HANGS
    }

    static Verdict of(Word word) {
        return new Verdict(word, "");
    }

    String line() {
        return word.name().toLowerCase(Locale.ROOT) + " " + Json.of(sentence);
    }

    /// Reads a line; nothing where somebody else wrote it.
    static Optional<Verdict> read(String line) {
        int space = line.indexOf(' ');
        for (Word word : Word.values()) {
            if (space > 0
                    && word.name().toLowerCase(Locale.ROOT).equals(line.substring(0, space))) {
                return sentence(line.substring(space + 1)).map(s -> new Verdict(word, s));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sentence(String json) {
        try {
            return Optional.of(Json.MAPPER.readTree(json).asString(""));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
