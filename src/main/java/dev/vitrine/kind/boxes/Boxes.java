package dev.vitrine.kind.boxes;

import java.util.List;
import java.util.Locale;

/// What was found in a picture, surest first where a model gives it.
///
/// @param boxes none where nothing was found
public record Boxes(List<Box> boxes) {
    /// Nothing.
    public static final Boxes NONE = new Boxes(List.of());

    public Boxes {
        boxes = List.copyOf(boxes);
    }

    public static Boxes of(Box... all) {
        return new Boxes(List.of(all));
    }

    /// Those of at least this score.
    public Boxes from(double threshold) {
        return new Boxes(boxes.stream().filter(b -> b.score() >= threshold).toList());
    }

    /// A score as people read it, the same in every locale.
    public static String words(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }

    /// Where a box is, in whole pixels.
    public static String place(Box box) {
        if (box.isPoint()) {
            return "x %d, y %d".formatted(Math.round(box.x()), Math.round(box.y()));
        }
        return "x %d, y %d, %d × %d"
                .formatted(
                        Math.round(box.x()),
                        Math.round(box.y()),
                        Math.round(box.width()),
                        Math.round(box.height()));
    }
}
