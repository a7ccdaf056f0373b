package dev.vitrine.task;

/// What the numbers of a key point are, in COCO's words.
enum PointFormat {
    /// x and y.
    XY,
    /// x, y and how sure the network is that the point is seen.
    XYV;

    int numbers() {
        return name().length();
    }
}
