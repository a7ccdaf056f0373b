package dev.vitrine.kind.code;

import dev.vitrine.kind.Json;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What tells the parts of a language apart, so far as colours need it: comments, texts, words and
/// numbers. The table `languages.json` beside this class is what web pages colour by too.
///
/// @param name such as `python`
/// @param lines what a comment to the end of its line begins with
/// @param blocks what goes over lines
/// @param quotes the signs around texts within a line
/// @param words the words of the language itself
/// @param caseless whether those are words in capitals too
public record Language(
        String name,
        List<String> lines,
        List<Block> blocks,
        String quotes,
        Set<String> words,
        boolean caseless) {
    /// Text without a language.
    public static final String PLAIN = "plain";

    private static final Map<String, Language> ALL = read();

    /// What goes over lines.
    ///
    /// @param begin what it begins with
    /// @param end what it ends with
    /// @param part what it is
    public record Block(String begin, String end, Part part) {}

    /// What a piece of code is.
    public enum Part {
        /// None of the others.
        PLAIN,
        /// A remark.
        COMMENT,
        /// A text.
        STRING,
        /// A word of the language.
        WORD,
        /// A number.
        NUMBER
    }

    /// A piece of code.
    ///
    /// @param part what it is
    /// @param text the piece, within one line
    public record Piece(Part part, String text) {}

    public Language {
        lines = List.copyOf(lines);
        blocks = List.copyOf(blocks);
        words = Set.copyOf(words);
    }

    /// The names of all, as the option has them.
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /// The language of a name; plain text where there is none.
    public static Language of(String name) {
        return Objects.requireNonNull(ALL.getOrDefault(name, ALL.get(PLAIN)));
    }

    /// The lines of a code in pieces, which together are the code. Reads each character once.
    public List<List<Piece>> pieces(String code) {
        return new Scanner(this, code.replace("\r\n", "\n")).lines();
    }

    boolean isWord(String word) {
        return words.contains(caseless ? word.toLowerCase(Locale.ROOT) : word);
    }

    private static Map<String, Language> read() {
        try (InputStream in =
                Objects.requireNonNull(Language.class.getResourceAsStream("languages.json"))) {
            Map<String, Language> all = new LinkedHashMap<>();
            Json.MAPPER
                    .readTree(in.readAllBytes())
                    .properties()
                    .forEach(e -> all.put(e.getKey(), language(e.getKey(), e.getValue())));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Language language(String name, JsonNode node) {
        List<String> lines = new ArrayList<>();
        node.path("line").values().forEach(begin -> lines.add(begin.stringValue()));
        List<Block> blocks = new ArrayList<>();
        node.path("block")
                .values()
                .forEach(b ->
                        blocks.add(
                                new Block(
                                        b.path(0).stringValue(),
                                        b.path(1).stringValue(),
                                        Part.valueOf(
                                                b.path(2)
                                                        .stringValue()
                                                        .toUpperCase(Locale.ROOT)))));
        Set<String> words = new HashSet<>(List.of(node.path("words").asString("").split(" ")));
        words.remove("");
        return new Language(
                name,
                lines,
                blocks,
                node.path("quotes").asString(""),
                words,
                node.path("caseless").asBoolean(false));
    }
}
