package dev.vitrine.task;

/// Brings samples from one rate to another without aliases: each new sample is the sum of the old
/// ones around it, weighted by a sinc under a Kaiser window, whose cut-off is below half the lower
/// of the two rates.
///
/// @see <a href="https://ccrma.stanford.edu/~jos/resample/">Smith, Digital Audio Resampling</a>
final class Resampling {
    /// Zero crossings of the sinc on either side: what is 80 dB below is gone.
    private static final int CROSSINGS = 32;

    /// The shape of the Kaiser window for that depth.
    private static final double BETA = 8;

    /// Where the cut-off lies below half the lower rate, so that the slope ends there.
    private static final double PASS = 0.94;

    private final int up;
    private final int down;
    private final int reach;
    private final float[][] weights;

    /// @param up new samples for [#down] old ones, in lowest terms
    private Resampling(int up, int down) {
        this.up = up;
        this.down = down;
        double cut = PASS * Math.min(1, (double) up / down);
        this.reach = (int) Math.ceil(CROSSINGS / cut);
        this.weights = new float[up][];
    }

    /// What brings samples from one rate to another, both in Hz.
    static Resampling between(int from, int to) {
        int common = gcd(from, to);
        return new Resampling(to / common, from / common);
    }

    /// The same sound at the new rate; as long as the old, to a sample.
    float[] apply(float[] samples) {
        if (up == down) {
            return samples;
        }
        int count = Math.toIntExact(((long) samples.length * up + down - 1) / down);
        float[] made = new float[count];
        for (int i = 0; i < count; i++) {
            long place = (long) i * down;
            made[i] = at(samples, (int) (place / up), (int) (place % up));
        }
        return made;
    }

    /// The sound between two old samples.
    private float at(float[] samples, int index, int phase) {
        float[] row = row(phase);
        int first = index - reach + 1;
        int from = Math.max(0, -first);
        int to = Math.min(row.length, samples.length - first);
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += (double) row[k] * samples[first + k];
        }
        return (float) sum;
    }

    private float[] row(int phase) {
        float[] row = weights[phase];
        if (row == null) {
            row = weigh((double) phase / up);
            weights[phase] = row;
        }
        return row;
    }

    /// The weights of the old samples around a place, which add up to 1.
    ///
    /// @param offset how far the place lies behind an old sample, 0 to 1
    private float[] weigh(double offset) {
        double cut = PASS * Math.min(1, (double) up / down);
        double[] exact = new double[2 * reach];
        double sum = 0;
        for (int k = 0; k < exact.length; k++) {
            double x = k - reach + 1 - offset;
            double angle = Math.PI * x * cut;
            double sinc = angle == 0 ? 1 : Math.sin(angle) / angle;
            exact[k] = sinc * kaiser(x / reach);
            sum += exact[k];
        }
        float[] row = new float[exact.length];
        for (int k = 0; k < row.length; k++) {
            row[k] = (float) (exact[k] / sum);
        }
        return row;
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
    }

    /// The modified Bessel function of the first kind and order 0, by its power series.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-16; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
