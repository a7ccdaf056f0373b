package dev.vitrine.task;

import java.util.List;

/// Words at which a text ends, which are no part of it.
///
/// @param words what ends it
record StopStrings(List<String> words) {
    StopStrings {
        words = words.stream().filter(w -> !w.isEmpty()).distinct().toList();
    }

    /// What a text is before the first of the words; all of it where none is there.
    String cut(String text) {
        int end = end(text);
        return end < 0 ? text : text.substring(0, end);
    }

    /// Whether one of the words is there.
    boolean isIn(String text) {
        return end(text) >= 0;
    }

    private int end(String text) {
        return words.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(-1);
    }

    /// A text that may go on, without an end that could become one of the words.
    String certain(String text) {
        int held = 0;
        for (String word : words) {
            for (int n = Math.min(word.length() - 1, text.length()); n > held; n--) {
                if (text.endsWith(word.substring(0, n))) {
                    held = n;
                }
            }
        }
        return text.substring(0, text.length() - held);
    }
}
