package dev.vitrine.kind.boxes;

import dev.vitrine.kind.Score;

import java.util.List;
import java.util.OptionalDouble;

/// A rectangle around one thing in a picture.
///
/// Lengths are pixels of the picture that went in, from its top left corner; the box may reach
/// beyond the picture's edges.
///
/// @param label what it is; empty where the model has one class without a name
/// @param confidence how sure the model is, 0 to 1; empty where nobody says, as of one drawn by
///   hand
/// @param x the left edge
/// @param y the upper edge
/// @param width at least 0
/// @param height at least 0
/// @param points places on the thing, such as eyes; mostly empty
public record Box(
        String label,
        OptionalDouble confidence,
        double x,
        double y,
        double width,
        double height,
        List<Point> points) {
    /// A place on a thing.
    ///
    /// @param name what is there, such as `left eye`; may be empty
    /// @param x pixels from the picture's left edge
    /// @param y pixels from its upper edge
    /// @param score how sure the model is that it is seen there, 0 to 1
    public record Point(String name, double x, double y, double score) {
        /// A place that is there for sure.
        public Point(String name, double x, double y) {
            this(name, x, y, 1);
        }
    }

    public Box {
        points = List.copyOf(points);
    }

    /// A box that a model found.
    public Box(
            String label,
            double score,
            double x,
            double y,
            double width,
            double height,
            List<Point> points) {
        this(label, OptionalDouble.of(score), x, y, width, height, points);
    }

    /// A box without points.
    public static Box of(
            String label, double score, double x, double y, double width, double height) {
        return new Box(label, score, x, y, width, height, List.of());
    }

    /// A box that a hand drew, of which nobody says how sure it is.
    public static Box drawn(String label, double x, double y, double width, double height) {
        return new Box(label, OptionalDouble.empty(), x, y, width, height, List.of());
    }

    /// A place as a box: one of no width and height.
    public static Box point(String label, double x, double y) {
        return drawn(label, x, y, 0, 0);
    }

    /// How sure it is, 0 to 1; what nobody says of is sure.
    public double score() {
        return confidence.orElse(1);
    }

    /// The score as people read it; empty where nobody says one.
    public String scoreWords() {
        return Score.words(confidence);
    }

    /// Whether it is a place and no more.
    public boolean isPoint() {
        return width == 0 && height == 0;
    }

    /// The area that two boxes share, as a part of the area that either covers (Jaccard index); 0
    /// where neither covers any.
    public double overlap(Box other) {
        double shared =
                Math.max(0, Math.min(x + width, other.x + other.width) - Math.max(x, other.x))
                        * Math.max(
                                0,
                                Math.min(y + height, other.y + other.height)
                                        - Math.max(y, other.y));
        double covered = width * height + other.width * other.height - shared;
        return covered > 0 ? Math.min(1, shared / covered) : 0;
    }
}
