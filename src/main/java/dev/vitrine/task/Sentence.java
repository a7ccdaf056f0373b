package dev.vitrine.task;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A sentence of a text, with its place: lines, and within them what Unicode's rules (UAX 29) part,
/// without the white space around.
///
/// @param text the words
/// @param start its first character, in code points of the whole text
/// @param end the character behind its last
record Sentence(String text, int start, int end) {
    static List<Sentence> of(String text) {
        List<Sentence> all = new ArrayList<>();
        BreakIterator parts = BreakIterator.getSentenceInstance(Locale.ROOT);
        parts.setText(text);
        Place place = new Place(text);
        int from = parts.first();
        for (int to = parts.next(); to != BreakIterator.DONE; from = to, to = parts.next()) {
            int line = from;
            for (int i = from; i <= to; i++) {
                if (i == to || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                    place.add(line, i, all);
                    line = i + 1;
                }
            }
        }
        return all;
    }

    /// Counts code points on the way through a text.
    private static final class Place {
        private final String text;
        private int unit;
        private int point;

        Place(String text) {
            this.text = text;
        }

        void add(int from, int to, List<Sentence> into) {
            int start = from;
            int end = to;
            while (start < end && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            if (start < end) {
                into.add(new Sentence(text.substring(start, end), at(start), at(end)));
            }
        }

        private int at(int index) {
            point += text.codePointCount(unit, index);
            unit = index;
            return point;
        }
    }
}
