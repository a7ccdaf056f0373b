package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How tensors of scores and boxes become boxes on a picture: what the port's processing says.
///
/// Each row of boxes is four numbers and the points behind them; the row of scores beside it has a
/// column for each class, of which the surest names the box; where the network has chosen already,
/// a row of classes holds the number of its choice. What is sure enough stays, without those that
/// overlap a surer one of their class, and is led back from the tensor to the picture by the
/// [Fitting] that encoded it.
///
/// @param words the port and its processing
/// @param image the input whose picture it is about
/// @param encoding how that picture becomes a tensor
/// @param anchors where the rows start from
/// @param format what the four numbers are
/// @param unit what they count
/// @param apply what makes scores of the network's numbers
record Detection(
        Words words,
        String image,
        PictureEncoding encoding,
        Anchors anchors,
        BoxFormat format,
        Unit unit,
        LabelDecoding.Apply apply) {
    /// The words of [dev.vitrine.signature.Binding#processing()] that say it.
    static final List<String> WORDS =
            List.of("apply", "columns", "sideways", "anchors", "box", "unit", "threshold", "iou");

    /// The part of a binding that says how sure the network is.
    static final String SCORES = "scores";

    /// The part of a binding that says where the boxes are.
    static final String BOXES = "boxes";

    /// The part of a binding that says which class the network has chosen.
    static final String CLASSES = "classes";

    /// Columns before those of the points.
    private static final int CORNERS = 4;

    /// The boxes of one run.
    Boxes decode(Values inputs, Map<String, Tensor> tensors) {
        Rows scores = Rows.of(words, tensors, Part.of(words, SCORES));
        Rows boxes = Rows.of(words, tensors, Part.of(words, BOXES));
        Rows classes = Rows.of(words, tensors, Part.of(words, CLASSES));
        double[] places = anchors.places();
        if (scores.count() != boxes.count()
                || !anchors.isEmpty() && anchors.count() != boxes.count()) {
            throw words.wrong(
                    "got %d rows of scores and %d of boxes, and has %s anchors; make them agree"
                            .formatted(
                                    scores.count(),
                                    boxes.count(),
                                    anchors.isEmpty() ? "no" : anchors.count()));
        }
        Picture picture = inputs.get(image, Picture.class);
        Fitting fitting = encoding.fitting(picture);
        double threshold = threshold(inputs);
        List<Box> found = new ArrayList<>();
        for (int i = 0; i < scores.count(); i++) {
            float[] sure = LabelDecoding.applied(apply, scores.row(i));
            int best = best(sure);
            if (sure[best] >= threshold) {
                Place place =
                        new Place(
                                fitting,
                                boxes.row(i),
                                anchors.isEmpty() ? 0 : places[2 * i],
                                anchors.isEmpty() ? 0 : places[2 * i + 1]);
                String label =
                        i < classes.count() ? chosen(classes.row(i)[0]) : label(best, sure.length);
                Box box = box(label, sure[best], place);
                if (isSound(box)) {
                    found.add(box);
                }
            }
        }
        return new Boxes(Suppression.keep(found, words.number("iou").orElse(1)));
    }

    /// The least score: the signature's own, or that of the input it names.
    private double threshold(Values inputs) {
        return setting(words)
                .map(input -> inputs.find(input).map(v -> (Double) v).orElse(0.0))
                .orElseGet(() -> words.number("threshold").orElse(0));
    }

    /// The input that says the least score; nothing where the signature says it.
    static Optional<String> setting(Words words) {
        return words.binding().step("threshold", String.class);
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

    private Box box(String label, double score, Place at) {
        List<String> names = BoxesKind.points(words.port());
        List<Box.Point> points = new ArrayList<>();
        for (int c = CORNERS; c + 1 < at.row.length; c += 2) {
            int n = (c - CORNERS) / 2;
            points.add(
                    new Box.Point(
                            n < names.size() ? names.get(n) : "",
                            rounded(at.x(at.row[c])),
                            rounded(at.y(at.row[c + 1]))));
        }
        double left = at.x(format.least(at.row[0], at.row[2]));
        double top = at.y(format.least(at.row[1], at.row[3]));
        double right = at.x(format.least(at.row[0], at.row[2]) + format.size(at.row[0], at.row[2]));
        double bottom =
                at.y(format.least(at.row[1], at.row[3]) + format.size(at.row[1], at.row[3]));
        return new Box(
                label,
                Math.clamp(score, 0.0, 1.0),
                rounded(left),
                rounded(top),
                rounded(right - left),
                rounded(bottom - top),
                points);
    }

    /// Networks give boxes turned inside out, or none at all, where they see nothing.
    private static boolean isSound(Box box) {
        return box.width() >= 0
                && box.height() >= 0
                && Double.isFinite(box.x() + box.y() + box.width() + box.height())
                && box.points().stream().allMatch(p -> Double.isFinite(p.x() + p.y()));
    }

    /// A hundredth of a pixel is finer than any network.
    private static double rounded(double pixels) {
        return Math.abs(pixels) < 1e9 ? Math.round(pixels * 100) / 100.0 : pixels;
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

    /// One row of boxes and the place it starts from.
    private final class Place {
        private final Fitting fitting;
        private final float[] row;
        private final double x;
        private final double y;

        Place(Fitting fitting, float[] row, double x, double y) {
            this.fitting = fitting;
            this.row = row;
            this.x = x;
            this.y = y;
        }

        /// The picture's pixel of a number of the row.
        double x(double value) {
            return along(fitting.across(), x, value);
        }

        double y(double value) {
            return along(fitting.down(), y, value);
        }

        private double along(Fitting.Axis axis, double start, double value) {
            double pixels = unit == Unit.PIXELS ? value : value * axis.size();
            return axis.back(start * axis.size() + pixels);
        }
    }
}
