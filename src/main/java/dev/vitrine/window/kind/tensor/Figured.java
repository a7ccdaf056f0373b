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
/// @param map of a slice; nothing where it has none
/// @param first the first elements of that slice
record Figured(Optional<Statistics> statistics, Optional<Picture> map, String first) {
    /// So many elements take a few milliseconds.
    static final int QUICK = 100_000;

    private static final int ROWS = 12;
    private static final int ROWS_BESIDE_MAP = 3;

    /// What is asked for.
    ///
    /// @param slice which of its slices, counted from 0
    /// @param known its statistics where they are known already, since all slices share them
    record Asked(Tensor tensor, int slice, Optional<Statistics> known) {}

    static Figured of(Asked asked) {
        Tensor tensor = asked.tensor();
        if (tensor.type() == ElementType.STRING) {
            return new Figured(
                    Optional.empty(), Optional.empty(), Lists.rows(tensor, 0, tensor.size(), ROWS));
        }
        Statistics statistics = asked.known().orElseGet(() -> Statistics.of(tensor));
        Optional<Picture> map = HeatMap.of(tensor, asked.slice(), statistics);
        if (map.isEmpty()) {
            String all = Lists.rows(tensor, 0, tensor.size(), ROWS);
            return new Figured(Optional.of(statistics), map, all);
        }
        int size = (int) (tensor.size() / HeatMap.slices(tensor));
        int from = size * asked.slice();
        return new Figured(
                Optional.of(statistics),
                map,
                Lists.rows(tensor, from, from + size, ROWS_BESIDE_MAP));
    }

    /// Works out what is shown of one tensor after another.
    static Desk<Asked, Figured> desk(Consumer<@Nullable Figured> show) {
        return new Desk<>(asked -> asked.tensor().size() <= QUICK, Figured::of, show);
    }
}
