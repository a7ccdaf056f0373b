package dev.vitrine.window;

import dev.vitrine.kind.Json;

import javafx.geometry.Rectangle2D;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a window stands, in the pixels of the desktop.
///
/// @param maximised whether it fills its screen; the rest is where it returns to
record Place(double x, double y, double width, double height, boolean maximised) {
    /// The part of a title bar that has to be on a screen for a hand to reach it.
    private static final double GRIP_WIDTH = 120;

    private static final double GRIP_HEIGHT = 32;

    /// The same place, or the nearest to it where somebody can reach the window: screens come and
    /// go between two starts.
    ///
    /// @param screens what the system's own bars leave of each, at least one
    Place on(List<Rectangle2D> screens) {
        Rectangle2D grip =
                new Rectangle2D(x + width / 2 - GRIP_WIDTH / 2, y, GRIP_WIDTH, GRIP_HEIGHT);
        Rectangle2D screen =
                screens.stream()
                        .filter(s -> s.contains(grip))
                        .findFirst()
                        .orElseGet(() ->
                                screens.stream()
                                        .min(Comparator.comparingDouble(this::distance))
                                        .orElseThrow());
        double w = Math.min(width, screen.getWidth());
        double h = Math.min(height, screen.getHeight());
        return screen.contains(grip) && w == width && h == height
                ? this
                : new Place(
                        Math.clamp(x, screen.getMinX(), screen.getMaxX() - w),
                        Math.clamp(y, screen.getMinY(), screen.getMaxY() - h),
                        w,
                        h,
                        maximised);
    }

    ObjectNode json() {
        return Json.object()
                .put("x", x)
                .put("y", y)
                .put("width", width)
                .put("height", height)
                .put("maximised", maximised);
    }

    static Optional<Place> of(JsonNode json) {
        boolean whole =
                Stream.of("x", "y", "width", "height")
                        .allMatch(key -> Double.isFinite(json.path(key).asDouble(Double.NaN)));
        Place place =
                new Place(
                        json.path("x").asDouble(0),
                        json.path("y").asDouble(0),
                        json.path("width").asDouble(0),
                        json.path("height").asDouble(0),
                        json.path("maximised").asBoolean(false));
        return whole && place.width > 0 && place.height > 0 ? Optional.of(place) : Optional.empty();
    }

    private double distance(Rectangle2D screen) {
        double nearestX = Math.clamp(x + width / 2, screen.getMinX(), screen.getMaxX());
        double nearestY = Math.clamp(y, screen.getMinY(), screen.getMaxY());
        return Math.hypot(nearestX - x - width / 2, nearestY - y);
    }
}
