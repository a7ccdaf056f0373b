package dev.vitrine.window.kind.boxes;

/// How many boxes there are, in words.
final class Found {
    private Found() {}

    /// A number of boxes, such as `1 box`.
    static String count(int boxes) {
        return boxes == 1 ? "1 box" : boxes + " boxes";
    }

    /// How many of all are shown, such as `2 of 5 found`.
    static String words(int shown, int all) {
        return all == 0
                ? "nothing found"
                : shown == all ? all + " found" : shown + " of " + all + " found";
    }
}
