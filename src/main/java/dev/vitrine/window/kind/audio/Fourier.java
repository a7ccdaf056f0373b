package dev.vitrine.window.kind.audio;

/// How strong each frequency is in a short piece of a sound: the discrete Fourier transform of a
/// power of two samples under a Hann window.
///
/// @see <a href="https://doi.org/10.1090/S0025-5718-1965-0178586-1">Cooley and Tukey, 1965</a>
final class Fourier {
    private final int size;
    private final double[] cosines;
    private final double[] sines;
    private final double[] window;
    private final double[] real;
    private final double[] imaginary;

    /// @param size samples of a piece, a power of two
    Fourier(int size) {
        this.size = size;
        cosines = new double[size / 2];
        sines = new double[size / 2];
        window = new double[size];
        real = new double[size];
        imaginary = new double[size];
        for (int i = 0; i < size / 2; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / size);
            sines[i] = -Math.sin(2 * Math.PI * i / size);
        }
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
        }
    }

    int size() {
        return size;
    }

    /// The power at each frequency from 0 to just below half the rate, where a full sine has 1.
    ///
    /// @param piece as many samples as the size
    double[] powers(double[] piece) {
        int bits = Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size; i++) {
            int to = Integer.reverse(i) >>> 32 - bits;
            real[to] = piece[i] * window[i];
            imaginary[to] = 0;
        }
        for (int half = 1; half < size; half *= 2) {
            join(half);
        }
        double[] powers = new double[size / 2];
        // a Hann window lets half of a sine through, and half of that is at the negative frequency
        double full = size / 4.0;
        for (int i = 0; i < powers.length; i++) {
            powers[i] = (real[i] * real[i] + imaginary[i] * imaginary[i]) / (full * full);
        }
        return powers;
    }

    /// Joins the transforms of pieces of this length in pairs.
    private void join(int half) {
        int stride = size / (2 * half);
        for (int start = 0; start < size; start += 2 * half) {
            for (int i = 0; i < half; i++) {
                int a = start + i;
                int b = a + half;
                double cos = cosines[i * stride];
                double sin = sines[i * stride];
                double re = real[b] * cos - imaginary[b] * sin;
                double im = real[b] * sin + imaginary[b] * cos;
                real[b] = real[a] - re;
                imaginary[b] = imaginary[a] - im;
                real[a] += re;
                imaginary[a] += im;
            }
        }
    }
}
