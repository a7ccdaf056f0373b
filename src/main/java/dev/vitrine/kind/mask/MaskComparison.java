package dev.vitrine.kind.mask;

import dev.vitrine.kind.Score;
import dev.vitrine.signature.Port;

import tools.jackson.databind.JsonNode;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Holds a mask against what an example expects of it.
///
/// `{"segments": [{"label": "cat", "share": 0.21}]}` expects as many segments as it lists, in their
/// order, each with the label, the score and the share of the picture (0 to 1) that are said; a
/// whole `mask` may be expected too, of whose pixels no more than the tolerance may differ.
final class MaskComparison {
    private MaskComparison() {}

    /// The first difference in a few words; nothing where there is none.
    static Optional<String> differs(Port port, JsonNode expected, Mask given, double tolerance) {
        JsonNode segments = expected.path("segments");
        if (segments.size() != given.segments().size()) {
            return Optional.of(
                    "%d segments, expected %d".formatted(given.segments().size(), segments.size()));
        }
        for (int i = 0; i < segments.size(); i++) {
            Optional<String> difference =
                    one(port, segments.get(i), given.segments().get(i), tolerance);
            if (difference.isPresent()) {
                return difference.map(("segments." + i + ": ")::concat);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> one(
            Port port, JsonNode expected, Mask.Segment given, double tolerance) {
        String label = expected.path("label").asString(given.label());
        if (!label.equals(given.label())) {
            return Optional.of("label is '%s', expected '%s'".formatted(given.label(), label));
        }
        OptionalDouble score = Score.of(expected);
        double share = expected.path("share").asDouble(given.area().part());
        if (score.isPresent() && !isNear(score.getAsDouble(), given.confidence(), tolerance)) {
            return number(Score.WORD, given.confidence().orElse(Double.NaN), score.getAsDouble());
        }
        if (!(Math.abs(share - given.area().part()) <= tolerance)) {
            return number("share", given.area().part(), share);
        }
        return expected.path("mask").isString()
                ? mask(new MaskReader(port).area(expected.path("mask")), given.area(), tolerance)
                : Optional.empty();
    }

    private static boolean isNear(double expected, OptionalDouble given, double tolerance) {
        return given.isPresent() && Math.abs(expected - given.getAsDouble()) <= tolerance;
    }

    private static Optional<String> mask(Area expected, Area given, double tolerance) {
        if (expected.width() != given.width() || expected.height() != given.height()) {
            return Optional.of(
                    "mask is %d × %d, expected %d × %d"
                            .formatted(
                                    given.width(),
                                    given.height(),
                                    expected.width(),
                                    expected.height()));
        }
        double other = expected.differing(given);
        return other <= tolerance
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT, "mask differs in %.2f %% of its pixels", 100 * other));
    }

    private static Optional<String> number(String word, double given, double expected) {
        return Optional.of(
                String.format(Locale.ROOT, "%s is %.4f, expected %.4f", word, given, expected));
    }
}
