package dev.vitrine.task;

import dev.vitrine.kind.spans.Span;

import java.util.List;

/// The greatest score of each token, and how sure it is by a softmax.
final class TokenTags {
    private TokenTags() {}

    /// The spans of a text.
    ///
    /// @param tags what the scores of a token are of
    /// @param tokens the text's, with their places
    /// @param scores a row of them for each token
    static List<Span> of(List<String> tags, Tokenizer.Tokens tokens, float... scores) {
        TokenGrouping grouping = new TokenGrouping();
        int width = tags.size();
        for (int i = 0; i < tokens.ids().length && (i + 1) * width <= scores.length; i++) {
            // those around the text and those that fill up have no place in it
            if (tokens.mask()[i] == 0 || tokens.ends()[i] <= tokens.starts()[i]) {
                continue;
            }
            int best = 0;
            for (int tag = 1; tag < width; tag++) {
                best = scores[i * width + tag] > scores[i * width + best] ? tag : best;
            }
            double sum = 0;
            for (int tag = 0; tag < width; tag++) {
                sum += Math.exp(scores[i * width + tag] - (double) scores[i * width + best]);
            }
            grouping.add(tags.get(best), tokens.starts()[i], tokens.ends()[i], 1 / sum);
        }
        return grouping.end();
    }
}
