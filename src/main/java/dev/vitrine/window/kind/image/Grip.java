package dev.vitrine.window.kind.image;

import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;

import org.jspecify.annotations.Nullable;

/// Where a hand takes hold of a frame: inside it, at an edge or at a corner.
enum Grip {
    INSIDE(0, 0, Cursor.MOVE),
    TOP_LEFT(-1, -1, Cursor.NW_RESIZE),
    TOP(0, -1, Cursor.N_RESIZE),
    TOP_RIGHT(1, -1, Cursor.NE_RESIZE),
    RIGHT(1, 0, Cursor.E_RESIZE),
    BOTTOM_RIGHT(1, 1, Cursor.SE_RESIZE),
    BOTTOM(0, 1, Cursor.S_RESIZE),
    BOTTOM_LEFT(-1, 1, Cursor.SW_RESIZE),
    LEFT(-1, 0, Cursor.W_RESIZE);

    /// How far from an edge a hand may be that takes it.
    private static final double REACH = 7;

    private final int across;
    private final int down;
    private final Cursor cursor;

    /// @param across which of the upright edges it moves: -1 the left, 1 the right, 0 none
    /// @param down which of the level edges: -1 the upper, 1 the lower, 0 none
    Grip(int across, int down, Cursor cursor) {
        this.across = across;
        this.down = down;
        this.cursor = cursor;
    }

    Cursor cursor() {
        return cursor;
    }

    /// Whether it moves a corner or an edge.
    boolean isEdge() {
        return this != INSIDE;
    }

    /// The middle of its handle on a frame.
    double x(Rectangle2D frame) {
        return frame.getMinX() + (across + 1) * frame.getWidth() / 2;
    }

    /// The middle of its handle on a frame.
    double y(Rectangle2D frame) {
        return frame.getMinY() + (down + 1) * frame.getHeight() / 2;
    }

    /// What is taken at a place; null where that is outside. Corners go before edges, and edges
    /// before the inside.
    ///
    /// @param frame on the screen
    static @Nullable Grip at(Rectangle2D frame, double x, double y) {
        boolean near =
                x >= frame.getMinX() - REACH
                        && x <= frame.getMaxX() + REACH
                        && y >= frame.getMinY() - REACH
                        && y <= frame.getMaxY() + REACH;
        if (!near) {
            return null;
        }
        if (frame.getWidth() == 0 && frame.getHeight() == 0) {
            return INSIDE;
        }
        int across = side(x, frame.getMinX(), frame.getMaxX());
        int down = side(y, frame.getMinY(), frame.getMaxY());
        for (Grip grip : values()) {
            if (grip.across == across && grip.down == down) {
                return grip;
            }
        }
        return INSIDE;
    }

    /// The nearer of two edges where it is within reach; of a narrow frame a third is its inside.
    private static int side(double at, double low, double high) {
        double reach = Math.min(REACH, Math.max(1, (high - low) / 3));
        double nearest = Math.abs(at - low) <= Math.abs(at - high) ? low : high;
        boolean within = at < low || at > high || Math.abs(at - nearest) <= reach;
        return within ? nearest == low ? -1 : 1 : 0;
    }

    /// A frame after it was dragged from where it was, within a picture of this size.
    Rectangle2D drag(Rectangle2D from, double dx, double dy, double width, double height) {
        if (this == INSIDE) {
            return new Rectangle2D(
                    within(from.getMinX() + dx, width - from.getWidth()),
                    within(from.getMinY() + dy, height - from.getHeight()),
                    from.getWidth(),
                    from.getHeight());
        }
        double left = within(from.getMinX() + (across < 0 ? dx : 0), width);
        double right = within(from.getMaxX() + (across > 0 ? dx : 0), width);
        double top = within(from.getMinY() + (down < 0 ? dy : 0), height);
        double bottom = within(from.getMaxY() + (down > 0 ? dy : 0), height);
        // an edge that is dragged over the other one takes its place
        return new Rectangle2D(
                Math.min(left, right),
                Math.min(top, bottom),
                Math.abs(right - left),
                Math.abs(bottom - top));
    }

    private static double within(double value, double most) {
        return Math.clamp(value, 0, Math.max(0, most));
    }
}
