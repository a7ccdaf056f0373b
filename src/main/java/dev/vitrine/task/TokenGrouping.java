package dev.vitrine.task;

import dev.vitrine.kind.spans.Span;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// How tags of tokens become spans: `B-` begins one and `I-` goes on with it (BIO), `E-` ends one
/// and `S-` is one by itself (BIOES, whose letters may also be `L-` and `U-`); a tag without a
/// letter goes on with what has the same. `O` is nothing.
///
/// Wrong sequences are read as people mean them: an `I-` with nothing of its name before it begins
/// a span. As `aggregation_strategy="simple"` of transformers' pipeline, the score of a span is the
/// mean of its tokens'.
final class TokenGrouping {
    private static final String OUTSIDE = "O";

    private final List<Span> spans = new ArrayList<>();
    private @Nullable String open;
    private int start;
    private int end;
    private double sum;
    private int count;

    /// A tag as a letter and a name.
    private record Tag(char letter, String name) {
        static Tag of(String text) {
            return text.length() > 2
                            && "BIESLU".indexOf(text.charAt(0)) >= 0
                            && "-_".indexOf(text.charAt(1)) >= 0
                    ? new Tag(text.charAt(0), text.substring(2))
                    : new Tag(' ', text);
        }

        boolean begins() {
            return letter == 'B' || letter == 'S' || letter == 'U';
        }

        boolean ends() {
            return letter == 'E' || letter == 'L' || letter == 'S' || letter == 'U';
        }
    }

    /// Takes the next token of a text.
    ///
    /// @param text what its network says of it, such as `B-PER`
    /// @param from its first character
    /// @param to the character behind its last
    /// @param score how sure that is
    void add(String text, int from, int to, double score) {
        if (text.equals(OUTSIDE)) {
            close();
            return;
        }
        Tag tag = Tag.of(text);
        if (tag.begins() || !tag.name().equals(open)) {
            close();
            open = tag.name();
            start = from;
        }
        end = to;
        sum += score;
        count++;
        if (tag.ends()) {
            close();
        }
    }

    /// The spans of all tokens.
    List<Span> end() {
        close();
        return List.copyOf(spans);
    }

    private void close() {
        if (open != null) {
            spans.add(new Span(open, start, end, sum / count));
        }
        open = null;
        sum = 0;
        count = 0;
    }
}
