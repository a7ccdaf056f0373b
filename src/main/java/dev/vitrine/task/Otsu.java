package dev.vitrine.task;

/// The level that parts light from dark best.
///
/// @see <a href="https://doi.org/10.1109/TSMC.1979.4310076">Otsu, A Threshold Selection Method from
///   Gray-Level Histograms, 1979</a>
final class Otsu {
    private static final int BINS = 256;

    private Otsu() {}

    /// The level for numbers from 0 to 1: the one for which the means on both sides lie furthest
    /// apart, by how many numbers each side has.
    static double level(float[] values) {
        int[] counts = new int[BINS];
        double all = 0;
        for (float v : values) {
            int bin = Math.clamp((int) (v * BINS), 0, BINS - 1);
            counts[bin]++;
            all += bin;
        }
        double below = 0;
        double sumBelow = 0;
        double best = -1;
        int level = 0;
        for (int t = 0; t < BINS - 1; t++) {
            below += counts[t];
            sumBelow += (double) t * counts[t];
            double above = values.length - below;
            if (below > 0 && above > 0) {
                double apart = sumBelow / below - (all - sumBelow) / above;
                double between = below * above * apart * apart;
                if (between > best) {
                    best = between;
                    level = t + 1;
                }
            }
        }
        return (double) level / BINS;
    }
}
