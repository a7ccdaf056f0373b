package dev.vitrine.kind.plot;

import java.util.Locale;
import java.util.Optional;

/// How the numbers of a plot are drawn, under Vega-Lite's names.
public enum Mark {
    /// Joined in their order.
    LINE,
    /// From zero up or down.
    BAR,
    /// Each by itself.
    POINT,
    /// A row of coloured cells for each series.
    RECT;

    /// The name in JSON.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The mark of a name; nothing where there is none.
    static Optional<Mark> of(String word) {
        for (Mark mark : values()) {
            if (mark.word().equals(word)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }
}
