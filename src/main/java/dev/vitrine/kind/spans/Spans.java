package dev.vitrine.kind.spans;

import java.util.Comparator;
import java.util.List;

/// A text and what was found in it, in the order of the text.
///
/// @param text the text
/// @param spans parts of it, which do not overlap
public record Spans(String text, List<Span> spans) {
    public Spans {
        spans = spans.stream().sorted(Comparator.comparingInt(Span::start)).toList();
    }

    /// The words of a part; empty where it lies outside the text.
    public String words(Span span) {
        int length = text.codePointCount(0, text.length());
        if (span.start() < 0 || span.end() > length || span.start() > span.end()) {
            return "";
        }
        int start = text.offsetByCodePoints(0, span.start());
        return text.substring(start, text.offsetByCodePoints(start, span.end() - span.start()));
    }
}
