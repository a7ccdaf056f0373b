package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.BoxesKind;

import java.util.ArrayList;
import java.util.List;

/// Leads the numbers of one row back to the picture.
///
/// @param how what the numbers are
/// @param fitting how the picture lies in its tensor
/// @param startX where the row starts from, as a part of the tensor's side
/// @param startY the same along the other side
record BoxPlace(Detection how, Fitting fitting, double startX, double startY) {
    /// Columns before those of the points.
    private static final int CORNERS = 4;

    /// The box of a row.
    ///
    /// @param row its four numbers, and the points behind them
    /// @param apart the points that have columns of their own; may be empty
    /// @param angle one number where the box is turned; else empty
    Box box(String label, double score, float[] row, float[] apart, float[] angle) {
        double sure = Math.clamp(score, 0.0, 1.0);
        if (angle.length > 0) {
            return turned(label, sure, row, angle[0]);
        }
        List<Box.Point> points = new ArrayList<>();
        for (int c = CORNERS; c + 1 < row.length; c += 2) {
            points.add(point(points.size(), row[c], row[c + 1], 1));
        }
        int numbers = how.point().numbers();
        for (int c = 0; c + numbers <= apart.length; c += numbers) {
            points.add(
                    point(
                            points.size(),
                            apart[c],
                            apart[c + 1],
                            how.point() == PointFormat.XYV ? apart[c + 2] : 1));
        }
        BoxFormat format = how.format();
        double left = x(format.least(row[0], row[2]));
        double top = y(format.least(row[1], row[3]));
        double right = x(format.least(row[0], row[2]) + format.size(row[0], row[2]));
        double bottom = y(format.least(row[1], row[3]) + format.size(row[1], row[3]));
        return new Box(
                label,
                sure,
                rounded(left),
                rounded(top),
                rounded(right - left),
                rounded(bottom - top),
                points);
    }

    private Box.Point point(int index, double atX, double atY, double score) {
        List<String> names = BoxesKind.points(how.words().port());
        return new Box.Point(
                index < names.size() ? names.get(index) : "",
                rounded(x(atX)),
                rounded(y(atY)),
                Math.clamp(score, 0.0, 1.0));
    }

    /// A box around its own middle, whose corners are its points, clockwise from the upper left one
    /// as it lies unturned.
    private Box turned(String label, double score, float[] row, double angle) {
        BoxFormat format = how.format();
        double width = format.size(row[0], row[2]);
        double height = format.size(row[1], row[3]);
        double middleX = format.least(row[0], row[2]) + width / 2;
        double middleY = format.least(row[1], row[3]) + height / 2;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        List<Box.Point> points = new ArrayList<>();
        for (int[] side : new int[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
            double across = side[0] * width / 2;
            double down = side[1] * height / 2;
            points.add(
                    point(
                            points.size(),
                            middleX + across * cos - down * sin,
                            middleY + across * sin + down * cos,
                            1));
        }
        return Corners.box(label, score, points);
    }

    /// The picture's pixel of a number of the row.
    private double x(double value) {
        return along(fitting.across(), startX, value);
    }

    private double y(double value) {
        return along(fitting.down(), startY, value);
    }

    private double along(Fitting.Axis axis, double start, double value) {
        double pixels = how.unit() == Unit.PIXELS ? value : value * axis.size();
        return axis.back(start * axis.size() + pixels);
    }

    /// Networks give boxes turned inside out, or none at all, where they see nothing.
    static boolean isSound(Box box) {
        return box.width() >= 0
                && box.height() >= 0
                && Double.isFinite(box.x() + box.y() + box.width() + box.height())
                && box.points().stream().allMatch(p -> Double.isFinite(p.x() + p.y() + p.score()));
    }

    /// A hundredth of a pixel is finer than any network.
    static double rounded(double pixels) {
        return Math.abs(pixels) < 1e9 ? Math.round(pixels * 100) / 100.0 : pixels;
    }
}
