package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.window.kind.image.Stroke.Curve;
import dev.vitrine.window.kind.image.Stroke.Point;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Turns strokes into pixels without a screen: each pixel is covered by a stroke as far as it lies
/// within half the pen's width of the line, with a soft edge one pixel wide.
///
/// A stroke can be drawn point by point; the picture along the way, and at its end, is the one that
/// drawing it at once gives.
final class Inking {
    /// Curves are drawn as straight pieces of about this many pixels.
    private static final double PIECE = 2;

    /// A thinner pen would leave gaps.
    private static final double LEAST_RADIUS = 0.75;

    private final Pen pen;
    private final Paper paper;
    private final int channels;
    private final float[] base;
    private final float[] cover;
    private final List<Point> points = new ArrayList<>();
    private boolean erases;
    private double radius;

    /// An empty sheet of paper, or a picture to draw over.
    Inking(Pen pen, Paper paper, @Nullable Picture background) {
        this.pen = pen;
        this.paper = paper;
        this.channels = pen.isGrey() && (background == null || background.channels() == 1) ? 1 : 3;
        this.base = new float[paper.width() * paper.height() * channels];
        this.cover = new float[paper.width() * paper.height()];
        lay(background);
    }

    /// The picture of a sheet: its background untouched where nothing was drawn.
    static @Nullable Picture picture(Pen pen, Paper paper, Sheet sheet) {
        if (sheet.strokes().isEmpty()) {
            return sheet.background();
        }
        Inking inking = new Inking(pen, paper, sheet.background());
        sheet.strokes().forEach(inking::draw);
        return inking.picture();
    }

    /// Draws a whole stroke.
    void draw(Stroke stroke) {
        begin(stroke.erases(), stroke.width());
        stroke.points().forEach(this::add);
        end();
    }

    /// Begins a stroke.
    void begin(boolean eraser, double width) {
        erases = eraser;
        radius = Math.max(LEAST_RADIUS, width * paper.width() / 2);
        points.clear();
    }

    /// Leads the pen to the next point.
    void add(Point point) {
        points.add(point);
        if (points.size() > 1) {
            cover(cover, Stroke.curve(points, points.size() - 1));
        }
    }

    /// Lifts the pen.
    void end() {
        if (!points.isEmpty()) {
            cover(cover, Stroke.end(points));
            blend(cover, base);
        }
        Arrays.fill(cover, 0);
        points.clear();
    }

    /// What is on the paper now, the stroke under way included.
    Picture picture() {
        float[] all = base;
        if (!points.isEmpty()) {
            float[] covered = cover.clone();
            cover(covered, Stroke.end(points));
            all = base.clone();
            blend(covered, all);
        }
        byte[] samples = new byte[all.length];
        for (int i = 0; i < all.length; i++) {
            samples[i] = (byte) Math.round(all[i]);
        }
        return Picture.of(paper.width(), paper.height(), channels, samples);
    }

    private void lay(@Nullable Picture background) {
        if (background == null) {
            for (int i = 0; i < base.length; i++) {
                base[i] = channel(pen.paper(), i % channels);
            }
            return;
        }
        int[] pixels = Resize.to(background, paper.width(), paper.height()).argb();
        for (int i = 0; i < pixels.length; i++) {
            float alpha = (pixels[i] >>> 24) / 255f;
            for (int c = 0; c < channels; c++) {
                float below = channel(pen.paper(), c);
                base[i * channels + c] = below + (channel(pixels[i], c) - below) * alpha;
            }
        }
    }

    private void blend(float[] covered, float[] onto) {
        int color = erases ? pen.paper() : pen.ink();
        for (int i = 0; i < covered.length; i++) {
            if (covered[i] > 0) {
                for (int c = 0; c < channels; c++) {
                    int at = i * channels + c;
                    onto[at] += (channel(color, c) - onto[at]) * covered[i];
                }
            }
        }
    }

    private static float channel(int rgb, int index) {
        return rgb >> 8 * (2 - index) & 0xff;
    }

    private void cover(float[] covered, Curve curve) {
        double length =
                distance(curve.from(), curve.control()) + distance(curve.control(), curve.to());
        int pieces = Math.max(1, (int) Math.ceil(length / PIECE));
        double x = curve.from().x() * paper.width();
        double y = curve.from().y() * paper.height();
        for (int i = 1; i <= pieces; i++) {
            double t = (double) i / pieces;
            double nextX =
                    bend(t, curve.from().x(), curve.control().x(), curve.to().x()) * paper.width();
            double nextY =
                    bend(t, curve.from().y(), curve.control().y(), curve.to().y()) * paper.height();
            cover(covered, x, y, nextX, nextY);
            x = nextX;
            y = nextY;
        }
    }

    private double distance(Point a, Point b) {
        return Math.hypot((a.x() - b.x()) * paper.width(), (a.y() - b.y()) * paper.height());
    }

    private static double bend(double t, double from, double control, double to) {
        double s = 1 - t;
        return s * s * from + 2 * s * t * control + t * t * to;
    }

    private void cover(float[] covered, double x0, double y0, double x1, double y1) {
        double reach = radius + 1;
        int left = Math.max(0, (int) Math.floor(Math.min(x0, x1) - reach));
        int right = Math.min(paper.width() - 1, (int) Math.ceil(Math.max(x0, x1) + reach));
        int top = Math.max(0, (int) Math.floor(Math.min(y0, y1) - reach));
        int bottom = Math.min(paper.height() - 1, (int) Math.ceil(Math.max(y0, y1) + reach));
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = dx * dx + dy * dy;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double px = x + 0.5 - x0;
                double py = y + 0.5 - y0;
                double along = square == 0 ? 0 : Math.clamp((px * dx + py * dy) / square, 0, 1);
                double ax = px - along * dx;
                double ay = py - along * dy;
                double away = Math.sqrt(ax * ax + ay * ay);
                float part = (float) Math.clamp(radius - away + 0.5, 0, 1);
                int at = y * paper.width() + x;
                covered[at] = Math.max(covered[at], part);
            }
        }
    }
}
