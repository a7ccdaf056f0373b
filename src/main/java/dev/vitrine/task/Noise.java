package dev.vitrine.task;

/// Standard normal numbers that follow from a seed of 32 bits, the same in every language and on
/// every machine.
///
/// Uniform numbers are those of the linear congruential generator `q ← 1664525 q + 1013904223`
/// modulo 2³², which starts from the seed, over 2³² (Press et al., Numerical Recipes, "quick and
/// dirty generators"). Two of them, u and v, make one normal number `√(−2 ln u) cos 2πv` (Box and
/// Muller, 1958).
final class Noise {
    /// The greatest seed.
    static final long MOST = (1L << 32) - 1;

    private static final double RANGE = 1L << 32;

    /// Keeps the logarithm from a zero.
    private static final double LEAST = 1e-12;

    private int state;

    /// @param seed 0 to [#MOST]
    Noise(long seed) {
        state = (int) seed;
    }

    /// The next numbers.
    float[] next(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            double radius = Math.sqrt(-2 * Math.log(uniform() + LEAST));
            numbers[i] = (float) (radius * Math.cos(2 * Math.PI * uniform()));
        }
        return numbers;
    }

    private double uniform() {
        state = state * 1664525 + 1013904223;
        return (state & MOST) / RANGE;
    }
}
