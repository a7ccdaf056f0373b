package dev.vitrine.kind.plot;

import java.util.ArrayList;
import java.util.List;

/// Round numbers along an axis (steps of 1, 2 or 5 times a power of ten).
///
/// @param from the axis begins
/// @param to the axis ends
/// @param step from one to the next
public record Ticks(double from, double to, double step) {
    private static final double[] ROUND = {1, 2, 5, 10};

    /// About so many round numbers that hold all of a range.
    public static Ticks of(double least, double most, int count) {
        double low = Math.min(least, most);
        double high = Math.max(least, most);
        if (!(high > low)) {
            double around = low == 0 ? 1 : Math.abs(low) / 2;
            low -= around;
            high += around;
        }
        double raw = (high - low) / Math.max(1, count);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * ROUND[ROUND.length - 1];
        for (int i = ROUND.length - 1; i >= 0; i--) {
            step = power * ROUND[i] >= raw * (1 - 1e-9) ? power * ROUND[i] : step;
        }
        return new Ticks(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
    }

    /// The numbers.
    public List<Double> all() {
        List<Double> all = new ArrayList<>();
        long count = Math.round((to - from) / step);
        for (long i = 0; i <= count; i++) {
            all.add(Math.rint((from + i * step) / step) * step);
        }
        return all;
    }
}
