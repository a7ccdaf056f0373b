package dev.vitrine.window.kind.tensor;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.tensor.Statistics;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.window.FxThread;

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
    private static final int QUICK = 100_000;

    static Figured of(Tensor tensor) {
        if (tensor.type() == ElementType.STRING) {
            return new Figured(Optional.empty(), Optional.empty(), Lists.first(tensor));
        }
        Statistics statistics = Statistics.of(tensor);
        return new Figured(
                Optional.of(statistics), HeatMap.of(tensor, statistics), Lists.first(tensor));
    }

    /// Works tensors out one after another and hands over what came of the newest.
    static final class Desk {
        private final Consumer<@Nullable Figured> show;
        private long request;

        Desk(Consumer<@Nullable Figured> show) {
            this.show = show;
        }

        void take(@Nullable Tensor tensor) {
            long mine = ++request;
            if (tensor == null) {
                show.accept(null);
            } else if (tensor.size() <= QUICK) {
                show.accept(Figured.of(tensor));
            } else {
                FxThread.background(
                        () -> Figured.of(tensor),
                        figured -> {
                            if (mine == request) {
                                show.accept(figured);
                            }
                        },
                        e -> {});
            }
        }
    }
}
