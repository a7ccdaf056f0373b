package dev.vitrine.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which points of a thing have names and which of them lines join.
///
/// @param names of the points
/// @param lines pairs of points, counted from 0
record Skeleton(List<String> names, List<List<Integer>> lines) {
    /// The sides of a shape of four corners.
    static final List<List<Integer>> AROUND =
            List.of(List.of(0, 1), List.of(1, 2), List.of(2, 3), List.of(3, 0));

    /// The 17 points of a person in COCO's data, in its order.
    private static final Skeleton PERSON =
            new Skeleton(
                    List.of(
                            "nose",
                            "left eye",
                            "right eye",
                            "left ear",
                            "right ear",
                            "left shoulder",
                            "right shoulder",
                            "left elbow",
                            "right elbow",
                            "left wrist",
                            "right wrist",
                            "left hip",
                            "right hip",
                            "left knee",
                            "right knee",
                            "left ankle",
                            "right ankle"),
                    List.of(
                            List.of(15, 13),
                            List.of(13, 11),
                            List.of(16, 14),
                            List.of(14, 12),
                            List.of(11, 12),
                            List.of(5, 11),
                            List.of(6, 12),
                            List.of(5, 6),
                            List.of(5, 7),
                            List.of(6, 8),
                            List.of(7, 9),
                            List.of(8, 10),
                            List.of(1, 2),
                            List.of(0, 1),
                            List.of(0, 2),
                            List.of(1, 3),
                            List.of(2, 4),
                            List.of(3, 5),
                            List.of(4, 6)));

    /// The skeleton of a detector's points: a person's where they are as many and it finds persons.
    static Optional<Skeleton> of(Detector detector) {
        return detector.columns() == PERSON.names.size() * detector.point()
                        && detector.names().contains("person")
                ? Optional.of(PERSON)
                : Optional.empty();
    }

    /// Puts it into the options of a port of boxes.
    void into(Map<String, Object> options) {
        options.put("points", names);
        options.put("skeleton", lines);
    }
}
