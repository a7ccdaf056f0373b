package dev.vitrine.kind.image;

import java.util.Locale;
import java.util.Optional;

/// How far two pictures lie apart, for examples that say what should come out.
final class PictureComparison {
    private PictureComparison() {}

    /// What sets a picture apart from another in a few words; nothing where the two are of one size
    /// and their light differs by no more than the tolerance.
    ///
    /// @param tolerance the mean difference over all pixels and colours, 0 to 1; 1/255 is one step
    ///   of 8 bits
    static Optional<String> differs(Picture expected, Picture given, double tolerance) {
        if (expected.width() != given.width() || expected.height() != given.height()) {
            return Optional.of("is %s, expected %s".formatted(given, expected));
        }
        double apart = apart(expected.argb(), given.argb());
        return apart <= tolerance
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "is %.4f of full light from the expected picture on average, more"
                                        + " than %s",
                                apart,
                                tolerance));
    }

    private static double apart(int[] expected, int[] given) {
        long sum = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                sum += Math.abs((expected[i] >> shift & 0xff) - (given[i] >> shift & 0xff));
            }
        }
        return sum / (3.0 * 255 * expected.length);
    }
}
