package dev.vitrine.signature;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The bounds of a port's value, under JSON Schema's and Cog's names.
///
/// @param min the least number, inclusive
/// @param max the greatest number, inclusive
/// @param step numbers lie on `min` (or 0) plus whole multiples of it
/// @param minLength the least number of characters (Unicode code points, as JSON Schema counts)
/// @param maxLength the greatest number of characters
/// @param pattern a regular expression that the whole text matches; null where any text does
/// @param maxPixels the greatest number of pixels of a picture
/// @param maxSeconds how long a sound may last, in seconds
/// @param choices the only values allowed; empty where any is
public record Limits(
        OptionalDouble min,
        OptionalDouble max,
        OptionalDouble step,
        OptionalLong minLength,
        OptionalLong maxLength,
        @Nullable String pattern,
        OptionalLong maxPixels,
        OptionalDouble maxSeconds,
        List<Object> choices) {

    /// No bound at all.
    public static final Limits NONE =
            new Limits(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    null,
                    OptionalLong.empty(),
                    OptionalDouble.empty(),
                    List.of());

    public Limits {
        choices = List.copyOf(choices);
    }

    /// The bounds of a number.
    public static Limits between(double min, double max) {
        return NONE.withRange(
                OptionalDouble.of(min), OptionalDouble.of(max), OptionalDouble.empty());
    }

    public Limits withRange(OptionalDouble least, OptionalDouble most, OptionalDouble stride) {
        return new Limits(
                least, most, stride, minLength, maxLength, pattern, maxPixels, maxSeconds, choices);
    }

    public Limits withStep(double stride) {
        return withRange(min, max, OptionalDouble.of(stride));
    }

    public Limits withLength(OptionalLong least, OptionalLong most) {
        return new Limits(min, max, step, least, most, pattern, maxPixels, maxSeconds, choices);
    }

    public Limits withPattern(String expression) {
        return new Limits(
                min, max, step, minLength, maxLength, expression, maxPixels, maxSeconds, choices);
    }

    public Limits withMaxPixels(long most) {
        return new Limits(
                min,
                max,
                step,
                minLength,
                maxLength,
                pattern,
                OptionalLong.of(most),
                maxSeconds,
                choices);
    }

    public Limits withMaxSeconds(double most) {
        return new Limits(
                min,
                max,
                step,
                minLength,
                maxLength,
                pattern,
                maxPixels,
                OptionalDouble.of(most),
                choices);
    }

    public Limits withChoices(List<Object> only) {
        return new Limits(
                min, max, step, minLength, maxLength, pattern, maxPixels, maxSeconds, only);
    }
}
