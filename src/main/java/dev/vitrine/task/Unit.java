package dev.vitrine.task;

/// What the numbers of a box count.
enum Unit {
    /// Pixels of the picture's tensor.
    PIXELS,
    /// Parts of the sides of the picture's tensor.
    NORMALISED
}
