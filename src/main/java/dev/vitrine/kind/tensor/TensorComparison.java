package dev.vitrine.kind.tensor;

import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Holds a tensor against the one that is expected, as `numpy.testing.assert_allclose` does: type
/// and shape are the same, and each number lies within `absolute + relative · |expected|`; what is
/// not finite is the same.
///
/// @param relative how far off a number may be for its size
/// @param absolute how far off it may be besides
/// @param misses how many of a million elements may be further off
public record TensorComparison(double relative, double absolute, double misses) {
    private static final double MILLION = 1e6;

    /// A comparison that no element may miss.
    public TensorComparison(double relative, double absolute) {
        this(relative, absolute, 0);
    }

    /// What differs, in a few words; nothing where nothing does.
    public Optional<String> differs(Tensor expected, Tensor given) {
        if (expected.type() != given.type() || !Arrays.equals(expected.shape(), given.shape())) {
            return Optional.of("it is %s, expected %s".formatted(given.form(), expected.form()));
        }
        if (expected.type() == ElementType.STRING) {
            return strings(expected, given);
        }
        int wrong = 0;
        int first = -1;
        for (int i = 0; i < expected.size(); i++) {
            if (!isNear(expected, given, i)) {
                first = wrong++ == 0 ? i : first;
            }
        }
        return wrong * MILLION <= misses * expected.size()
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%,d of %,d elements differ; element %d is %s, expected %s",
                                wrong,
                                expected.size(),
                                first,
                                text(given, first),
                                text(expected, first)));
    }

    private boolean isNear(Tensor expected, Tensor given, int i) {
        if (!expected.type().isFloating() && relative == 0 && absolute == 0) {
            return expected.whole(i) == given.whole(i);
        }
        double e = expected.number(i);
        double g = given.number(i);
        return Double.isFinite(e)
                ? Math.abs(e - g) <= absolute + relative * Math.abs(e)
                : Double.compare(e, g) == 0;
    }

    private static Optional<String> strings(Tensor expected, Tensor given) {
        for (int i = 0; i < expected.size(); i++) {
            String e = expected.strings().get(i);
            String g = given.strings().get(i);
            if (!e.equals(g)) {
                return Optional.of(
                        "element %d is \"%s\", expected \"%s\"".formatted(i, brief(g), brief(e)));
            }
        }
        return Optional.empty();
    }

    private static String text(Tensor tensor, int i) {
        return tensor.type() == ElementType.UINT64
                ? Long.toUnsignedString(tensor.whole(i))
                : tensor.type().isFloating()
                        ? Double.toString(tensor.number(i))
                        : Long.toString(tensor.whole(i));
    }

    private static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }
}
