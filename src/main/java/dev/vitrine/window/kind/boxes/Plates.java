package dev.vitrine.window.kind.boxes;

import javafx.geometry.Rectangle2D;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds room for the names of boxes: at a corner of their box, inside the picture, and on no other
/// name.
final class Plates {
    private final Rectangle2D picture;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /// @param picture where names may stand
    Plates(Rectangle2D picture) {
        this.picture = picture;
    }

    /// Takes the first free place: above the box, below it, inside it at the top and at the bottom,
    /// each at the left and at the right.
    ///
    /// @param must whether it is named even where that covers another
    /// @return null where there is no room
    @Nullable Rectangle2D put(Rectangle2D box, double width, double height, boolean must) {
        List<Rectangle2D> places =
                Stream.of(
                                box.getMinY() - height,
                                box.getMaxY(),
                                box.getMinY(),
                                box.getMaxY() - height)
                        .flatMap(y ->
                                Stream.of(box.getMinX(), box.getMaxX() - width)
                                        .map(x -> inside(x, y, width, height)))
                        .toList();
        Rectangle2D found =
                places.stream()
                        .filter(this::isFree)
                        .findFirst()
                        .orElse(must ? places.getFirst() : null);
        if (found != null) {
            taken.add(found);
        }
        return found;
    }

    private boolean isFree(Rectangle2D place) {
        return taken.stream().noneMatch(place::intersects);
    }

    private Rectangle2D inside(double x, double y, double width, double height) {
        return new Rectangle2D(
                within(x, picture.getMinX(), picture.getMaxX() - width),
                within(y, picture.getMinY(), picture.getMaxY() - height),
                width,
                height);
    }

    private static double within(double at, double least, double most) {
        return Math.max(least, Math.min(at, most));
    }
}
