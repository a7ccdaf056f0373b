package dev.vitrine.window.kind.plot;

import dev.vitrine.kind.plot.Mark;
import dev.vitrine.kind.plot.Plot;
import dev.vitrine.kind.plot.PlotKind;
import dev.vitrine.kind.plot.PlotSvg;
import dev.vitrine.kind.plot.Ticks;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.chart.Axis;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.ScatterChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import javafx.util.StringConverter;

import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/// JavaFX's charts of plots: they are part of what the window needs anyway, are styled by its style
/// sheet, and draw what a person can tell apart.
final class Charts {
    /// With more numbers than these, points are neither marked nor told one by one.
    private static final int MOST_TOLD = 500;

    private static final int TICKS = 6;
    private static final Duration SOON = Duration.millis(80);

    private Charts() {}

    /// The chart of a plot of lines, bars or points.
    static Node of(Plot plot) {
        if (plot.mark() == Mark.BAR || plot.hasNames()) {
            CategoryAxis x = new CategoryAxis();
            // in the order in which they come, whatever series they are of
            x.setCategories(
                    FXCollections.observableArrayList(
                            plot.series().stream()
                                    .flatMap(s -> s.x().stream())
                                    .map(PlotSvg::name)
                                    .distinct()
                                    .toList()));
            XYChart<String, Number> chart =
                    switch (plot.mark()) {
                        case BAR -> new BarChart<>(x, up(plot));
                        case POINT -> new ScatterChart<>(x, up(plot));
                        default -> line(new LineChart<>(x, up(plot)), plot);
                    };
            return filled(chart, plot, PlotSvg::name);
        }
        NumberAxis x = axis(numbers(plot));
        XYChart<Number, Number> chart =
                plot.mark() == Mark.POINT
                        ? new ScatterChart<>(x, up(plot))
                        : line(new LineChart<>(x, up(plot)), plot);
        return filled(chart, plot, place -> (Number) place);
    }

    private static <X> LineChart<X, Number> line(LineChart<X, Number> chart, Plot plot) {
        chart.setCreateSymbols(plot.size() <= MOST_TOLD);
        chart.setAxisSortingPolicy(LineChart.SortingPolicy.NONE);
        return chart;
    }

    private static double[] numbers(Plot plot) {
        double[] all =
                plot.series().stream()
                        .flatMap(s -> s.x().stream())
                        .mapToDouble(x -> (Double) x)
                        .toArray();
        return all.length == 0
                ? new double[] {0, 1}
                : new double[] {
                    DoubleStream.of(all).min().orElse(0), DoubleStream.of(all).max().orElse(1)
                };
    }

    private static NumberAxis up(Plot plot) {
        double[] range = plot.range();
        boolean bars = plot.mark() == Mark.BAR;
        return axis(
                bars ? Math.min(0, range[0]) : range[0], bars ? Math.max(0, range[1]) : range[1]);
    }

    private static NumberAxis axis(double... range) {
        Ticks ticks = Ticks.of(range[0], range[1], TICKS);
        NumberAxis axis = new NumberAxis(ticks.from(), ticks.to(), ticks.step());
        axis.setMinorTickVisible(false);
        axis.setTickLabelFormatter(new Figures());
        return axis;
    }

    /// Numbers as people read them.
    private static final class Figures extends StringConverter<Number> {
        @Override
        public String toString(Number number) {
            return PlotKind.figure(Math.rint(number.doubleValue() * 1e9) / 1e9);
        }

        @Override
        public Number fromString(String text) {
            return Double.valueOf(text);
        }
    }

    private static <X> Node filled(XYChart<X, Number> chart, Plot plot, Function<Object, X> place) {
        chart.setAnimated(false);
        label(chart.getXAxis(), plot.x());
        label(chart.getYAxis(), plot.y());
        chart.setLegendVisible(plot.series().size() > 1);
        for (Plot.Series one : plot.series()) {
            Plot.Series few = Thinning.of(one);
            XYChart.Series<X, Number> drawn = new XYChart.Series<>();
            drawn.setName(one.name());
            for (int i = 0; i < few.y().size(); i++) {
                Double y = few.y().get(i);
                if (y != null) {
                    drawn.getData().add(new XYChart.Data<>(place.apply(few.x().get(i)), y));
                }
            }
            chart.getData().add(drawn);
            if (plot.size() <= MOST_TOLD) {
                tell(one.name(), drawn.getData());
            }
        }
        return chart;
    }

    private static void label(Axis<?> axis, String words) {
        axis.setLabel(words.isEmpty() ? null : words);
        axis.setAnimated(false);
    }

    private static <X> void tell(String name, List<XYChart.Data<X, Number>> data) {
        for (XYChart.Data<X, Number> one : data) {
            if (one.getNode() != null) {
                Tooltip tip =
                        new Tooltip(
                                "%s %s: %s"
                                        .formatted(
                                                name,
                                                PlotSvg.name(one.getXValue()),
                                                PlotKind.figure(one.getYValue().doubleValue()))
                                        .strip());
                tip.setShowDelay(SOON);
                Tooltip.install(one.getNode(), tip);
            }
        }
    }
}
