package dev.vitrine.kind.plot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A plot as a picture of lines and words (SVG 1.1), dark on white, for documents.
public final class PlotSvg {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 432;
    private static final int LEFT = 64;
    private static final int RIGHT = 24;
    private static final int TOP = 40;
    private static final int BOTTOM = 56;
    private static final int TICKS = 6;
    private static final int NAMES = 24;

    /// Okabe and Ito's colours, which people with any colour vision tell apart.
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000");

    private final Plot plot;
    private final StringBuilder svg = new StringBuilder();
    private final List<String> names;
    private final Ticks across;
    private final Ticks up;

    private PlotSvg(Plot plot) {
        this.plot = plot;
        Set<String> all = new LinkedHashSet<>();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Plot.Series one : plot.series()) {
            for (Object x : one.x()) {
                if (plot.hasNames() || plot.mark() == Mark.BAR || plot.mark() == Mark.RECT) {
                    all.add(name(x));
                } else if (x instanceof Double n) {
                    least = Math.min(least, n);
                    most = Math.max(most, n);
                }
            }
        }
        names = List.copyOf(all);
        across =
                Ticks.of(
                        Double.isFinite(least) ? least : 0,
                        Double.isFinite(most) ? most : 1,
                        TICKS);
        double[] range = plot.range();
        boolean bars = plot.mark() == Mark.BAR;
        up =
                Ticks.of(
                        bars ? Math.min(0, range[0]) : range[0],
                        bars ? Math.max(0, range[1]) : range[1],
                        TICKS);
    }

    /// The file of a plot, in UTF-8.
    public static String of(Plot plot) {
        PlotSvg drawing = new PlotSvg(plot);
        drawing.draw();
        return drawing.svg.toString();
    }

    /// A place as the name of a category.
    public static String name(Object x) {
        return x instanceof Double n ? PlotKind.figure(n) : x.toString();
    }

    private void draw() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                        + " height=\"%d\" font-family=\"Inter, sans-serif\" font-size=\"12\">\n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n",
                WIDTH, HEIGHT, WIDTH, HEIGHT);
        if (plot.mark() == Mark.RECT) {
            cells();
        } else {
            axes();
            for (int i = 0; i < plot.series().size(); i++) {
                series(i, plot.series().get(i));
            }
        }
        labels();
        svg.append("</svg>\n");
    }

    private void axes() {
        for (double y : up.all()) {
            add(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d8dee4\"/>\n",
                    LEFT, WIDTH - RIGHT, down(y), down(y));
            text(LEFT - 8, down(y) + 4, "end", PlotKind.figure(clean(y)));
        }
        if (names.isEmpty()) {
            for (double x : across.all()) {
                text(right(x), HEIGHT - BOTTOM + 18.0, "middle", PlotKind.figure(clean(x)));
            }
        } else {
            int every = Math.max(1, names.size() / NAMES);
            for (int i = 0; i < names.size(); i += every) {
                text(slot(i), HEIGHT - BOTTOM + 18.0, "middle", names.get(i));
            }
        }
    }

    private static double clean(double n) {
        return Math.rint(n * 1e9) / 1e9;
    }

    private void series(int index, Plot.Series one) {
        String colour = COLOURS.get(index % COLOURS.size());
        List<String> points = new ArrayList<>();
        for (int i = 0; i < Math.min(one.x().size(), one.y().size()); i++) {
            Double y = one.y().get(i);
            if (y == null) {
                line(points, colour);
                continue;
            }
            double x = x(one.x().get(i));
            switch (plot.mark()) {
                case LINE -> points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, down(y)));
                case BAR -> bar(index, x, y, colour);
                default ->
                        add(
                                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\""
                                        + " fill-opacity=\"0.8\"/>\n",
                                x, down(y), colour);
            }
        }
        line(points, colour);
    }

    private void line(List<String> points, String colour) {
        if (!points.isEmpty()) {
            add(
                    "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\""
                            + " stroke-linejoin=\"round\" points=\"%s\"/>\n",
                    colour, String.join(" ", points));
        }
        points.clear();
    }

    private void bar(int index, double middle, double y, String colour) {
        int count = plot.series().size();
        double whole = (double) (WIDTH - LEFT - RIGHT) / Math.max(1, names.size()) * 0.8;
        double width = whole / count;
        double top = Math.min(down(y), down(0));
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>\n",
                middle - whole / 2 + index * width,
                top,
                Math.max(1, width - 1),
                Math.abs(down(y) - down(0)),
                colour);
    }

    private void cells() {
        double[] range = plot.range();
        int rows = Math.max(1, plot.series().size());
        double height = (double) (HEIGHT - TOP - BOTTOM) / rows;
        double width = (double) (WIDTH - LEFT - RIGHT) / Math.max(1, names.size());
        for (int r = 0; r < plot.series().size(); r++) {
            Plot.Series row = plot.series().get(r);
            text(LEFT - 8, TOP + (r + 0.5) * height + 4, "end", row.name());
            for (int i = 0; i < Math.min(row.x().size(), row.y().size()); i++) {
                @Nullable Double y = row.y().get(i);
                if (y != null) {
                    double part =
                            range[1] > range[0] ? (y - range[0]) / (range[1] - range[0]) : 0.5;
                    add(
                            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.2f\" height=\"%.2f\""
                                    + " fill=\"#0550ae\" fill-opacity=\"%.3f\"/>\n",
                            slot(names.indexOf(name(row.x().get(i)))) - width / 2,
                            TOP + r * height,
                            width,
                            height,
                            0.06 + 0.94 * part);
                }
            }
        }
        for (int i = 0; i < names.size(); i += Math.max(1, names.size() / NAMES)) {
            text(slot(i), HEIGHT - BOTTOM + 18.0, "middle", names.get(i));
        }
    }

    private void labels() {
        text((WIDTH + LEFT - RIGHT) / 2.0, HEIGHT - 12.0, "middle", plot.x());
        if (!plot.y().isEmpty()) {
            text(LEFT - 8.0, 20, "end", plot.y());
        }
        double at = LEFT;
        for (int i = 0; i < plot.series().size() && plot.mark() != Mark.RECT; i++) {
            String name = plot.series().get(i).name();
            if (!name.isEmpty() && plot.series().size() > 1) {
                add(
                        "<rect x=\"%.1f\" y=\"12\" width=\"10\" height=\"10\" rx=\"2\""
                                + " fill=\"%s\"/>\n",
                        at, COLOURS.get(i % COLOURS.size()));
                text(at + 16, 21, "start", name);
                at += 32 + 7.0 * name.length();
            }
        }
    }

    private double x(Object place) {
        return place instanceof Double n && names.isEmpty()
                ? right(n)
                : slot(names.indexOf(name(place)));
    }

    private double right(double x) {
        return LEFT + (x - across.from()) / (across.to() - across.from()) * (WIDTH - LEFT - RIGHT);
    }

    private double slot(int index) {
        return LEFT + (index + 0.5) * (WIDTH - LEFT - RIGHT) / Math.max(1, names.size());
    }

    private double down(double y) {
        return HEIGHT - BOTTOM - (y - up.from()) / (up.to() - up.from()) * (HEIGHT - TOP - BOTTOM);
    }

    private void text(double x, double y, String anchor, String words) {
        if (!words.isEmpty()) {
            add(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#24292f\">%s</text>\n",
                    x, y, anchor, escaped(words));
        }
    }

    private static String escaped(String words) {
        return words.replaceAll("\\p{Cntrl}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private void add(String form, Object... parts) {
        svg.append(String.format(Locale.ROOT, form, parts));
    }
}
