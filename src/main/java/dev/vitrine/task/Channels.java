package dev.vitrine.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the channels of a picture's tensor hold, in order.
enum Channels {
    GRAY(1),
    RGB(3),
    BGR(3),
    RGBA(4);

    private final int count;

    Channels(int count) {
        this.count = count;
    }

    int count() {
        return count;
    }

    /// The channels of this name in lower case, such as `rgb`.
    static Optional<Channels> of(String name) {
        return Arrays.stream(values()).filter(c -> c.text().equals(name)).findFirst();
    }

    /// The channels that a number of them suggests.
    static Optional<Channels> of(long count) {
        return Arrays.stream(values()).filter(c -> c.count == count).findFirst();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The channel of a picture's red, green, blue, alpha order that stands at an index here.
    int source(int index) {
        return this == BGR ? 2 - index : index;
    }
}
