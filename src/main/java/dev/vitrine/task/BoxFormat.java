package dev.vitrine.task;

/// What the four numbers of a box are, in torchvision's words.
enum BoxFormat {
    /// The left, upper, right and lower edge.
    XYXY,
    /// The left and upper edge, the width and the height.
    XYWH,
    /// The middle, the width and the height.
    CXCYWH;

    /// The left edge, or the upper one.
    ///
    /// @param first the number of that axis among the first two
    /// @param second the number of that axis among the last two
    double least(double first, double second) {
        return this == CXCYWH ? first - second / 2 : first;
    }

    /// The width, or the height.
    double size(double first, double second) {
        return this == XYXY ? second - first : second;
    }
}
