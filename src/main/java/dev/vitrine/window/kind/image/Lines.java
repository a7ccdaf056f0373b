package dev.vitrine.window.kind.image;

import dev.vitrine.window.kind.image.Stroke.Curve;

import javafx.scene.paint.Color;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// Strokes as shapes, in pixels of the paper.
final class Lines {
    /// A line without length has no round ends, so a dot is a very short line.
    private static final double DOT = 0.01;

    private Lines() {}

    static Path path(Pen pen, Paper paper, Stroke stroke) {
        Path path = new Path();
        path.setStroke(Color.web(Pen.web(stroke.erases() ? pen.paper() : pen.ink())));
        path.setStrokeWidth(stroke.width() * paper.width());
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        path.setMouseTransparent(true);
        Stroke.Point first = stroke.points().getFirst();
        path.getElements()
                .add(new MoveTo(first.x() * paper.width() - DOT, first.y() * paper.height()));
        stroke.curves().forEach(c -> path.getElements().add(to(paper, c)));
        return path;
    }

    static PathElement to(Paper paper, Curve curve) {
        return new QuadCurveTo(
                curve.control().x() * paper.width(),
                curve.control().y() * paper.height(),
                curve.to().x() * paper.width(),
                curve.to().y() * paper.height());
    }
}
