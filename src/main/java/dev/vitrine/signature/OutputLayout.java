package dev.vitrine.signature;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How several outputs stand on a page.
public enum OutputLayout {
    /// One under the other.
    STACK,
    /// One at a time, each under a tab with its label.
    TABS,
    /// Side by side, as wide as the page, below the inputs.
    COLUMNS;

    /// The word of the signature for it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// All words.
    public static List<String> words() {
        return Arrays.stream(values()).map(OutputLayout::word).toList();
    }

    /// The layout of a word; [#STACK] where it is none.
    public static OutputLayout of(String word) {
        return Arrays.stream(values())
                .filter(layout -> layout.word().equals(word))
                .findFirst()
                .orElse(STACK);
    }
}
