package dev.vitrine.onnx;

import java.util.List;

/// What somebody wrote about a network that finds things in a picture, in Ultralytics' form: an
/// output of rows that hold a place, scores, and maybe more.
///
/// @param names the classes
/// @param more what stands behind the scores
/// @param columns how many columns that has
/// @param point how many numbers a point has; 0 where there are none
/// @param where where it stands
record Detector(List<String> names, More more, int columns, int point, String where) {
    /// What a row holds beside its place and its scores.
    enum More {
        NOTHING,
        /// The coefficients of its mask.
        MASK,
        /// The points on the thing.
        POINTS,
        /// How far the box is turned.
        ANGLE
    }

    /// Numbers of a place.
    static final int CORNERS = 4;

    Detector {
        names = List.copyOf(names);
    }

    /// Boxes alone.
    static Detector boxes(List<String> names, String where) {
        return new Detector(names, More.NOTHING, 0, 0, where);
    }

    /// Columns of a row that has a score for each class.
    int scored() {
        return CORNERS + names.size() + columns;
    }

    /// Columns of a row whose class the network has chosen: the place, one score, one number.
    int chosen() {
        return CORNERS + 2 + columns;
    }
}
