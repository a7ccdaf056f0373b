package dev.vitrine.kind.vector;

/// What a person wants to know of many numbers at a glance; those that are not finite count for
/// nothing.
///
/// @param size how many there are
/// @param min the least; NaN where there is none
/// @param max the greatest; NaN where there is none
/// @param mean their mean; NaN where there is none
/// @param norm the length of the arrow they are, by Euclid
public record Summary(int size, double min, double max, double mean, double norm) {
    public static Summary of(Vector vector) {
        double min = Double.NaN;
        double max = Double.NaN;
        double mean = 0;
        int n = 0;
        for (int i = 0; i < vector.size(); i++) {
            double v = vector.get(i);
            if (Double.isFinite(v)) {
                n++;
                min = n == 1 ? v : Math.min(min, v);
                max = n == 1 ? v : Math.max(max, v);
                mean += (v - mean) / n;
            }
        }
        double most = n == 0 ? 0 : Math.max(Math.abs(min), Math.abs(max));
        return new Summary(
                vector.size(), min, max, n == 0 ? Double.NaN : mean, most * unit(vector, most));
    }

    /// The norm where the greatest number is 1, so that no square is too large.
    private static double unit(Vector vector, double most) {
        double squares = 0;
        for (int i = 0; i < vector.size() && most > 0; i++) {
            double part = vector.get(i) / most;
            squares += Double.isFinite(part) ? part * part : 0;
        }
        return Math.sqrt(squares);
    }
}
