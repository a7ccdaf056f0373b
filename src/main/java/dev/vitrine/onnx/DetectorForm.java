package dev.vitrine.onnx;

import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.TensorInfo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How the rows of a [Detector] lie in an output: side by side with a score for each class, or one
/// below the other where the network has chosen the class and suppressed what overlaps.
///
/// @param detector what somebody wrote
/// @param tensor the output
/// @param chosen whether the network has chosen
record DetectorForm(Detector detector, TensorInfo tensor, boolean chosen) {
    /// Ultralytics' own standard.
    private static final double OVERLAP = 0.7;

    private static final int RANK = 3;

    /// The form of an output; nothing where it has neither.
    static Optional<DetectorForm> of(Detector detector, TensorInfo tensor) {
        Shape shape = tensor.shape();
        if (shape.rank() != RANK || !tensor.type().isFloating() || !Clue.isBatch(shape.at(0))) {
            return Optional.empty();
        }
        if (holds(shape.at(1), detector.scored())) {
            return Optional.of(new DetectorForm(detector, tensor, false));
        }
        return holds(shape.at(2), detector.chosen())
                ? Optional.of(new DetectorForm(detector, tensor, true))
                : Optional.empty();
    }

    private static boolean holds(Dimension dimension, int columns) {
        return !dimension.isFree() && dimension.size() == columns;
    }

    /// The tensors of a port that shows the rows, by what they hold.
    ///
    /// @param masks the output that holds the prototypes of masks; nothing for boxes
    Map<String, List<String>> parts(Optional<String> masks) {
        List<String> here = List.of(tensor.name());
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("scores", here);
        parts.put("boxes", here);
        if (chosen) {
            parts.put("classes", here);
        }
        switch (detector.more()) {
            case POINTS -> parts.put("points", here);
            case ANGLE -> parts.put("angles", here);
            case MASK, NOTHING -> {}
        }
        masks.ifPresent(prototypes -> {
            parts.put("coefficients", here);
            parts.put("prototypes", List.of(prototypes));
        });
        return parts;
    }

    /// The words that say how the rows lie.
    Map<String, Object> words(Optional<String> masks) {
        long classes = chosen ? 1 : detector.names().size();
        long next = Detector.CORNERS + classes + (chosen ? 1 : 0);
        Map<String, List<Long>> columns = new LinkedHashMap<>();
        columns.put("boxes", List.of(0L, Detector.CORNERS - 1L));
        columns.put("scores", List.of((long) Detector.CORNERS, Detector.CORNERS - 1 + classes));
        if (chosen) {
            columns.put("classes", List.of(next - 1, next - 1));
        }
        List<Long> behind = List.of(next, next + detector.columns() - 1);
        switch (detector.more()) {
            case POINTS -> columns.put("points", behind);
            case ANGLE -> columns.put("angles", behind);
            case MASK -> {
                if (masks.isPresent()) {
                    columns.put("coefficients", behind);
                }
            }
            case NOTHING -> {}
        }
        Map<String, Object> words = new TreeMap<>();
        words.put("columns", columns);
        words.put("unit", "pixels");
        boolean corners = chosen && detector.more() != Detector.More.ANGLE;
        words.put("box", corners ? "xyxy" : "cxcywh");
        if (!chosen) {
            words.put("sideways", true);
            words.put("iou", OVERLAP);
        }
        if (detector.more() == Detector.More.POINTS) {
            words.put("point", detector.point() == 2 ? "xy" : "xyv");
        }
        return words;
    }

    /// How the rows lie, in a sentence.
    String because() {
        String more =
                switch (detector.more()) {
                    case POINTS ->
                            ", and %d points behind them"
                                    .formatted(detector.columns() / detector.point());
                    case ANGLE -> ", and how far the box is turned behind them";
                    case MASK ->
                            ", and %d coefficients of a mask behind them"
                                    .formatted(detector.columns());
                    case NOTHING -> "";
                };
        boolean middle = detector.more() == Detector.More.ANGLE;
        return chosen
                ? "each of its rows is %s of a box in pixels, a score and the number of a class%s"
                        .formatted(middle ? "the middle and size" : "two corners", more)
                : "each of its columns is the middle and size of a box in pixels and a score for each of %d classes%s"
                        .formatted(detector.names().size(), more);
    }
}
