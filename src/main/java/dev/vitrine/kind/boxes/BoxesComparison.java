package dev.vitrine.kind.boxes;

import dev.vitrine.kind.Comparison;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Holds boxes against those that an example expects.
///
/// `{"pixels": 2, "boxes": […]}` expects as many boxes as it lists, in any order: two of nearly
/// equal scores may change places between machines. A length may lie `pixels` from the expected one
/// (1 where nothing is said), a score by the example's tolerance; labels and names are the same. Of
/// a box only what is said is compared.
final class BoxesComparison {
    private static final double PIXELS = 1;

    private final double pixels;
    private final double tolerance;

    private BoxesComparison(double pixels, double tolerance) {
        this.pixels = pixels;
        this.tolerance = tolerance;
    }

    /// The first difference in a few words; nothing where there is none.
    static Optional<String> differs(JsonNode expected, JsonNode given, double tolerance) {
        BoxesComparison comparison =
                new BoxesComparison(expected.path("pixels").asDouble(PIXELS), tolerance);
        return comparison.all(expected.path("boxes"), given.path("boxes"));
    }

    private Optional<String> all(JsonNode expected, JsonNode given) {
        if (expected.size() != given.size()) {
            return Optional.of("%d boxes, expected %d".formatted(given.size(), expected.size()));
        }
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < expected.size(); i++) {
            Optional<String> difference = one(expected.get(i), i, given, taken);
            if (difference.isPresent()) {
                return difference.map(("boxes." + i + ": ")::concat);
            }
        }
        return Optional.empty();
    }

    /// Finds the box that is as expected, and takes it; else says how the nearest is not.
    private Optional<String> one(JsonNode expected, int index, JsonNode given, Set<Integer> taken) {
        List<Integer> order = new ArrayList<>(List.of(index));
        for (int i = 0; i < given.size(); i++) {
            order.add(i);
        }
        order.removeIf(taken::contains);
        for (int i : order) {
            if (box(expected, given.get(i)).isEmpty()) {
                taken.add(i);
                return Optional.empty();
            }
        }
        return box(expected, given.get(order.getFirst()));
    }

    private Optional<String> box(JsonNode expected, JsonNode given) {
        for (Map.Entry<String, JsonNode> word : expected.properties()) {
            boolean isScore = word.getKey().equals("score");
            Optional<String> difference =
                    Comparison.differs(
                            word.getKey(),
                            word.getValue(),
                            given.path(word.getKey()),
                            isScore ? tolerance : pixels);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }
}
