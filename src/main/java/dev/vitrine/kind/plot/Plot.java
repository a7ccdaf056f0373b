package dev.vitrine.kind.plot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/// Numbers that are drawn.
///
/// @param mark how
/// @param x what runs along; may be empty
/// @param y what runs up; may be empty
/// @param series one after the other
public record Plot(Mark mark, String x, String y, List<Series> series) {
    public Plot {
        series = List.copyOf(series);
    }

    /// Some numbers that belong together.
    ///
    /// @param name what they are; may be empty
    /// @param x where each stands: all numbers (`Double`), or all names (`String`)
    /// @param y the numbers; null where one is missing
    public record Series(String name, List<Object> x, List<@Nullable Double> y) {
        public Series {
            x = List.copyOf(x);
            y = Collections.unmodifiableList(new ArrayList<>(y));
        }
    }

    /// Whether numbers stand at names and not at numbers.
    public boolean hasNames() {
        return series.stream().anyMatch(s -> s.x().stream().anyMatch(String.class::isInstance));
    }

    /// How many numbers there are.
    public int size() {
        return series.stream().mapToInt(s -> s.y().size()).sum();
    }

    /// The least and the greatest number; 0 and 1 where there are none.
    public double[] range() {
        double[] all =
                series.stream()
                        .flatMap(s -> s.y().stream())
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double y : all) {
            least = Math.min(least, y);
            most = Math.max(most, y);
        }
        return all.length == 0 ? new double[] {0, 1} : new double[] {least, most};
    }
}
