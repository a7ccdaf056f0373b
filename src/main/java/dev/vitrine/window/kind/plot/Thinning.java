package dev.vitrine.window.kind.plot;

import dev.vitrine.kind.plot.Plot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Fewer numbers that look the same: of each stretch of a long series the least and the greatest
/// stay, in their order, so that no peak is lost.
final class Thinning {
    /// More stretches than a screen has columns.
    private static final int STRETCHES = 1_000;

    private Thinning() {}

    static Plot.Series of(Plot.Series series) {
        int count = Math.min(series.x().size(), series.y().size());
        if (count <= 2 * STRETCHES) {
            return series;
        }
        List<Object> x = new ArrayList<>();
        List<@Nullable Double> y = new ArrayList<>();
        for (int i = 0; i < STRETCHES; i++) {
            int from = (int) ((long) count * i / STRETCHES);
            int to = (int) ((long) count * (i + 1) / STRETCHES);
            int least = extreme(series, from, to, -1);
            int most = extreme(series, from, to, 1);
            for (int at : new int[] {Math.min(least, most), Math.max(least, most)}) {
                if (at >= 0) {
                    x.add(series.x().get(at));
                    y.add(series.y().get(at));
                }
            }
        }
        return new Plot.Series(series.name(), x, y);
    }

    private static int extreme(Plot.Series series, int from, int to, int sign) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            Double y = series.y().get(i);
            if (y != null && sign * y > most) {
                most = sign * y;
                best = i;
            }
        }
        return best;
    }
}
