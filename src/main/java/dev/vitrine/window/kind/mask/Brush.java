package dev.vitrine.window.kind.mask;

import java.util.BitSet;

/// A round brush on the pixels of a picture.
final class Brush {
    private Brush() {}

    /// Sets, or clears, every pixel whose middle is no farther than a radius from a line.
    ///
    /// @param bits pixels row by row
    /// @param width of the picture
    /// @param height its rows
    static void stroke(
            BitSet bits,
            int width,
            int height,
            double x0,
            double y0,
            double x1,
            double y1,
            double radius,
            boolean erases) {
        int top = (int) Math.max(0, Math.floor(Math.min(y0, y1) - radius));
        int bottom = (int) Math.min(height - 1, Math.ceil(Math.max(y0, y1) + radius));
        for (int row = top; row <= bottom; row++) {
            double y = row + 0.5;
            // what a line cuts out of two discs and what lies between them is one piece
            double[] span = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            disc(span, x0, y0, radius, y);
            disc(span, x1, y1, radius, y);
            between(span, x0, y0, x1, y1, radius, y);
            int from = (int) Math.max(0, Math.ceil(span[0] - 0.5));
            int to = (int) Math.min(width - 1, Math.floor(span[1] - 0.5));
            if (from <= to) {
                bits.set(row * width + from, row * width + to + 1, !erases);
            }
        }
    }

    private static void disc(double[] span, double x, double y, double radius, double at) {
        double half = radius * radius - (at - y) * (at - y);
        if (half >= 0) {
            span[0] = Math.min(span[0], x - Math.sqrt(half));
            span[1] = Math.max(span[1], x + Math.sqrt(half));
        }
    }

    /// Widens the span by the rectangle along the line.
    private static void between(
            double[] span, double x0, double y0, double x1, double y1, double radius, double at) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        if (length == 0) {
            return;
        }
        double acrossX = -(y1 - y0) / length * radius;
        double acrossY = (x1 - x0) / length * radius;
        double[] xs = {x0 + acrossX, x1 + acrossX, x1 - acrossX, x0 - acrossX};
        double[] ys = {y0 + acrossY, y1 + acrossY, y1 - acrossY, y0 - acrossY};
        for (int i = 0; i < xs.length; i++) {
            int next = (i + 1) % xs.length;
            double low = Math.min(ys[i], ys[next]);
            double high = Math.max(ys[i], ys[next]);
            if (at >= low && at <= high && high > low) {
                double x = xs[i] + (at - ys[i]) / (ys[next] - ys[i]) * (xs[next] - xs[i]);
                span[0] = Math.min(span[0], x);
                span[1] = Math.max(span[1], x);
            }
        }
    }
}
