package dev.vitrine.window.kind.spans;

import dev.vitrine.kind.spans.Span;
import dev.vitrine.kind.spans.Spans;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// One line of a text, as pieces that are highlighted or not.
///
/// @param pieces in order
record Paragraph(List<Piece> pieces) {
    /// A line longer than this is shown as several: one cell has to lay out all of it.
    private static final int MOST = 2_000;

    /// Some words.
    ///
    /// @param words without line breaks
    /// @param span what they are part of; null where they are not highlighted
    /// @param ends whether the span ends with them
    record Piece(String words, @Nullable Span span, boolean ends) {}

    Paragraph {
        pieces = List.copyOf(pieces);
    }

    /// The lines of a text.
    static List<Paragraph> of(Spans found) {
        Lines lines = new Lines();
        String text = found.text();
        int at = 0;
        int point = 0;
        for (Span span : found.spans()) {
            int start = text.offsetByCodePoints(at, span.start() - point);
            int end = text.offsetByCodePoints(start, span.end() - span.start());
            lines.add(text.substring(at, start), null);
            lines.add(text.substring(start, end), span);
            at = end;
            point = span.end();
        }
        lines.add(text.substring(at), null);
        return lines.end();
    }

    /// Gathers pieces into lines.
    private static final class Lines {
        private final List<Paragraph> all = new ArrayList<>();
        private List<Piece> line = new ArrayList<>();
        private int length;

        void add(String words, @Nullable Span span) {
            String[] parts = words.split("\\R", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    flush();
                }
                String rest = parts[i];
                while (length + rest.length() > MOST) {
                    int cut = cut(rest, Math.max(1, MOST - length));
                    piece(rest.substring(0, cut), span, false);
                    rest = rest.substring(cut);
                    flush();
                }
                piece(rest, span, i == parts.length - 1);
            }
        }

        private void piece(String words, @Nullable Span span, boolean ends) {
            if (!words.isEmpty()) {
                line.add(new Piece(words, span, ends));
                length += words.length();
            }
        }

        /// Behind a space where there is one, and never in the middle of a character.
        private static int cut(String words, int most) {
            int space = words.lastIndexOf(' ', Math.min(most, words.length()) - 1);
            int cut = space > 0 ? space + 1 : Math.min(most, words.length());
            return Character.isLowSurrogate(words.charAt(Math.min(cut, words.length() - 1)))
                            && cut < words.length()
                    ? cut + 1
                    : cut;
        }

        private void flush() {
            all.add(new Paragraph(line));
            line = new ArrayList<>();
            length = 0;
        }

        List<Paragraph> end() {
            if (!line.isEmpty()) {
                flush();
            }
            return all;
        }
    }
}
