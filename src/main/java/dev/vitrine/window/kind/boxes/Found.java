package dev.vitrine.window.kind.boxes;

import dev.vitrine.window.kind.NumberText;

/// How many boxes there are, in words.
final class Found {
    private Found() {}

    /// A number of boxes, such as `1 box`.
    static String count(int boxes) {
        return NumberText.counted(boxes, "box", "boxes");
    }

    /// How many of all are shown, such as `2 of 5 found`.
    static String words(int shown, int all) {
        return all == 0
                ? "nothing found"
                : (shown == all ? "" : NumberText.grouped(shown) + " of ")
                        + NumberText.grouped(all)
                        + " found";
    }
}
