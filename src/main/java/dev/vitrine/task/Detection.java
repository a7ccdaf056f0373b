package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How tensors of scores and boxes become boxes on a picture: what the port's processing says.
///
/// Each row of boxes is four numbers and the points behind them; the row of scores beside it has a
/// column for each class, of which the surest names the box; where the network has chosen already,
/// a row of classes holds the number of its choice. Points may have columns of their own, and an
/// angle turns the box, whose four corners are then its points. What is sure enough stays, without
/// those that overlap a surer one of their class, and is led back from the tensor to the picture by
/// the [Fitting] that encoded it.
///
/// @param words the port and its processing
/// @param ground the picture it is about
/// @param anchors where the rows start from
/// @param format what the four numbers are
/// @param point what the numbers of a point with columns of its own are
/// @param unit what they count
/// @param apply what makes scores of the network's numbers
record Detection(
        Words words,
        Ground ground,
        Anchors anchors,
        BoxFormat format,
        PointFormat point,
        Unit unit,
        LabelDecoding.Apply apply) {
    /// The words of [dev.vitrine.signature.Binding#processing()] that say it.
    static final List<String> WORDS =
            List.of(
                    "apply",
                    "columns",
                    "sideways",
                    "anchors",
                    "box",
                    "point",
                    "unit",
                    "threshold",
                    "iou");

    /// The part of a binding that says how sure the network is.
    static final String SCORES = "scores";

    /// The part of a binding that says where the boxes are.
    static final String BOXES = "boxes";

    /// The part of a binding that says which class the network has chosen.
    static final String CLASSES = "classes";

    /// The part of a binding that says where the points of boxes are.
    static final String POINTS = "points";

    /// The part of a binding that says how far boxes are turned, in radians, clockwise.
    static final String ANGLES = "angles";

    /// A box and the row it comes of.
    record Found(Box box, int row) {}

    /// The boxes of one run.
    Boxes decode(Values inputs, Map<String, Tensor> tensors) {
        return new Boxes(find(inputs, tensors).stream().map(Found::box).toList());
    }

    /// The boxes of one run with their rows, surest first.
    List<Found> find(Values inputs, Map<String, Tensor> tensors) {
        Rows scores = rows(tensors, SCORES);
        Rows boxes = rows(tensors, BOXES);
        Rows classes = rows(tensors, CLASSES);
        Rows points = rows(tensors, POINTS);
        Rows angles = rows(tensors, ANGLES);
        agree(scores.count(), boxes.count());
        double[] places = anchors.places();
        Fitting fitting = ground.fitting(inputs);
        double threshold = Setting.value(words, inputs, 0);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < scores.count(); i++) {
            float[] sure = LabelDecoding.applied(apply, scores.row(i));
            int best = best(sure);
            if (sure[best] >= threshold) {
                String label =
                        i < classes.count() ? chosen(classes.row(i)[0]) : label(best, sure.length);
                BoxPlace place =
                        new BoxPlace(
                                this,
                                fitting,
                                anchors.isEmpty() ? 0 : places[2 * i],
                                anchors.isEmpty() ? 0 : places[2 * i + 1]);
                Box box =
                        place.box(
                                label,
                                sure[best],
                                boxes.row(i),
                                i < points.count() ? points.row(i) : new float[0],
                                i < angles.count() ? angles.row(i) : new float[0]);
                if (BoxPlace.isSound(box)) {
                    found.add(new Found(box, i));
                }
            }
        }
        boolean turned = angles.count() > 0;
        return Suppression.keep(
                found,
                Found::box,
                turned ? Corners::overlap : Box::overlap,
                words.number("iou").orElse(1));
    }

    private Rows rows(Map<String, Tensor> tensors, String part) {
        return Rows.of(words, tensors, Part.of(words, part));
    }

    private void agree(int scores, int boxes) {
        if (scores != boxes || !anchors.isEmpty() && anchors.count() != boxes) {
            throw words.wrong(
                    "got %d rows of scores and %d of boxes, and has %s anchors; make them agree"
                            .formatted(scores, boxes, anchors.isEmpty() ? "no" : anchors.count()));
        }
    }

    /// The name of the class that the network has chosen.
    private String chosen(float number) {
        return label(Math.round(number), Integer.MAX_VALUE);
    }

    private String label(int index, int classes) {
        List<String> names = LabelKind.labels(words.port());
        return index >= 0 && index < names.size()
                ? names.get(index)
                : classes == 1 ? "" : Integer.toString(index);
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }
}
