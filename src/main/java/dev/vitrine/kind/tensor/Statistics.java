package dev.vitrine.kind.tensor;

import dev.vitrine.tensor.Tensor;

/// What a person wants to know of many numbers at a glance; elements that are not finite are
/// counted, not summed.
///
/// @param min the least finite element; NaN where there is none
/// @param max the greatest finite element; NaN where there is none
/// @param mean the mean of the finite elements; NaN where there is none
/// @param deviation their population standard deviation; NaN where there is none
/// @param odd how many elements are NaN or infinite
public record Statistics(double min, double max, double mean, double deviation, int odd) {
    /// The statistics of a numeric tensor, in one pass by Welford's recurrence.
    public static Statistics of(Tensor tensor) {
        double min = Double.NaN;
        double max = Double.NaN;
        double mean = 0;
        double squares = 0;
        int n = 0;
        int odd = 0;
        for (int i = 0; i < tensor.size(); i++) {
            double v = tensor.number(i);
            if (!Double.isFinite(v)) {
                odd++;
                continue;
            }
            n++;
            min = n == 1 ? v : Math.min(min, v);
            max = n == 1 ? v : Math.max(max, v);
            double delta = v - mean;
            mean += delta / n;
            squares += delta * (v - mean);
        }
        return n == 0
                ? new Statistics(Double.NaN, Double.NaN, Double.NaN, Double.NaN, odd)
                : new Statistics(min, max, mean, Math.sqrt(squares / n), odd);
    }
}
