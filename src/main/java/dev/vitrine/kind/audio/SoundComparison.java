package dev.vitrine.kind.audio;

import java.util.Locale;
import java.util.Optional;

/// How far two sounds lie apart, for examples that say what should come out.
final class SoundComparison {
    private SoundComparison() {}

    /// What sets a sound apart from another in a few words; nothing where the two are of one form
    /// and their samples differ by no more than the tolerance on average.
    ///
    /// @param tolerance the mean difference over all samples, of a range from -1 to 1
    static Optional<String> differs(Sound expected, Sound given, double tolerance) {
        if (expected.rate() != given.rate()
                || expected.channels() != given.channels()
                || expected.frames() != given.frames()) {
            return Optional.of("is %s, expected %s".formatted(given, expected));
        }
        double apart = apart(expected.samples(), given.samples());
        return apart <= tolerance
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "is %.4f from the expected sound on average, more than %s",
                                apart,
                                tolerance));
    }

    private static double apart(float[] expected, float[] given) {
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            sum += Math.abs((double) expected[i] - given[i]);
        }
        return expected.length == 0 ? 0 : sum / expected.length;
    }
}
