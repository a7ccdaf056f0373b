package dev.vitrine.onnx;

import java.util.List;

/// What somebody wrote about a network that finds things in a picture, in Ultralytics' form: an
/// output of rows that hold a place, scores, and maybe more.
///
/// @param names the classes
/// @param more columns behind the scores, for masks or points
/// @param unused what those columns would make, in a sentence; empty where there are none
/// @param where where it stands
record Detector(List<String> names, int more, String unused, String where) {
    /// Numbers of a place.
    private static final int CORNERS = 4;

    Detector {
        names = List.copyOf(names);
    }

    /// Columns of a row that has a score for each class.
    int columns() {
        return CORNERS + names.size() + more;
    }

    /// Columns of a row whose class the network has chosen: the place, one score, one number.
    int chosenColumns() {
        return CORNERS + 2 + more;
    }
}
