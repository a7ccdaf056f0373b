package dev.vitrine.window.kind.tensor;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.tensor.Statistics;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.window.kind.Desk;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;

/// What is shown of a tensor, worked out in the background where it has many elements.
///
/// @param statistics of its numbers; nothing for strings
/// @param map of its first slice; nothing where it has none
/// @param first its first elements
record Figured(Optional<Statistics> statistics, Optional<Picture> map, String first) {
    /// So many elements take a few milliseconds.
    static final int QUICK = 100_000;

    private static final int ROWS = 12;
    private static final int ROWS_BESIDE_MAP = 3;

    static Figured of(Tensor tensor) {
        if (tensor.type() == ElementType.STRING) {
            return new Figured(Optional.empty(), Optional.empty(), Lists.first(tensor, ROWS));
        }
        Statistics statistics = Statistics.of(tensor);
        Optional<Picture> map = HeatMap.of(tensor, statistics);
        return new Figured(
                Optional.of(statistics),
                map,
                Lists.first(tensor, map.isPresent() ? ROWS_BESIDE_MAP : ROWS));
    }

    /// Works out what is shown of one tensor after another.
    static Desk<Tensor, Figured> desk(Consumer<@Nullable Figured> show) {
        return new Desk<>(tensor -> tensor.size() <= QUICK, Figured::of, show);
    }
}
