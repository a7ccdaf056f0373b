package dev.vitrine.onnx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A message in protobuf's text format, without its schema: the values of each field in order, a
/// `String` or another message.
///
/// @param fields the values by the names of fields
/// @see <a href="https://protobuf.dev/reference/protobuf/textformat-spec/">text format</a>
record Pbtxt(Map<String, List<Object>> fields) {
    private static final int DEEPEST = 40;
    private static final int MOST_TOKENS = 100_000;

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\G(?:\\s+|#[^\\n]*+)*+(?:(?<mark>[{}<>\\[\\]:,;])|\"(?<double>(?:[^\"\\\\\\n]|\\\\.)*+)\"|'(?<single>(?:[^'\\\\\\n]|\\\\.)*+)'|(?<word>[A-Za-z0-9_.+-]++)|(?<end>\\z))");

    /// Reads a text.
    ///
    /// @throws Unusable where it is no such message, or nests too deep
    static Pbtxt read(String text) throws Unusable {
        return new Reader(text).read();
    }

    /// The texts of a field.
    List<String> texts(String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /// The first text of a field; empty where there is none.
    String text(String field) {
        return texts(field).stream().findFirst().orElse("");
    }

    /// The messages of a field.
    List<Pbtxt> messages(String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .filter(Pbtxt.class::isInstance)
                .map(Pbtxt.class::cast)
                .toList();
    }

    /// Reads without recursion; a list is its members one after the other.
    private static final class Reader {
        private final Matcher tokens;
        private final Deque<Pbtxt> open = new ArrayDeque<>();
        private final Deque<String> words = new ArrayDeque<>();
        private String word = "";
        private boolean inList;
        private int count;

        Reader(String text) {
            tokens = TOKEN.matcher(text);
            open.push(new Pbtxt(new LinkedHashMap<>()));
        }

        Pbtxt read() throws Unusable {
            while (next()) {
                if (tokens.group("mark") != null) {
                    mark(tokens.group("mark"));
                } else if (tokens.group("word") != null && word.isEmpty()) {
                    word = tokens.group("word");
                } else {
                    value(String.valueOf(text()));
                }
            }
            if (open.size() != 1 || inList) {
                throw new Unusable("it ends too early");
            }
            return open.pop();
        }

        private String text() {
            String text = tokens.group("word");
            text = text == null ? tokens.group("double") : text;
            return text == null ? String.valueOf(tokens.group("single")) : text;
        }

        private boolean next() throws Unusable {
            if (++count > MOST_TOKENS || !tokens.find()) {
                throw new Unusable("it is no text of a protobuf message");
            }
            return tokens.group("end") == null;
        }

        private void mark(String mark) throws Unusable {
            switch (mark) {
                case "{", "<" -> {
                    if (word.isEmpty() || open.size() >= DEEPEST) {
                        throw new Unusable("a message stands where a field belongs, or too deep");
                    }
                    Pbtxt inner = new Pbtxt(new LinkedHashMap<>());
                    add(inner);
                    open.push(inner);
                    words.push(inList ? word : "");
                    word = "";
                    inList = false;
                }
                case "}", ">" -> {
                    if (open.size() == 1 || inList) {
                        throw new Unusable("a message ends that did not begin");
                    }
                    open.pop();
                    word = words.pop();
                    inList = !word.isEmpty();
                }
                case "[" -> inList = true;
                case "]" -> {
                    inList = false;
                    word = "";
                }
                default -> {}
            }
        }

        private void value(String text) throws Unusable {
            if (word.isEmpty()) {
                throw new Unusable("a value stands where a field belongs");
            }
            add(text);
            word = inList ? word : "";
        }

        private void add(Object value) {
            open.element().fields.computeIfAbsent(word, w -> new ArrayList<>()).add(value);
        }
    }
}
