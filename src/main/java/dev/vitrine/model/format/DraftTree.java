package dev.vitrine.model.format;

import dev.vitrine.model.format.Located.Entry;
import dev.vitrine.model.format.Located.Group;
import dev.vitrine.model.format.Located.Leaf;
import dev.vitrine.model.format.Located.Row;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A [Draft] as the tree that a file would give, whose lines are numbers of its places: what is
/// wrong "at a line" is wrong at a place.
final class DraftTree {
    private final List<List<String>> places = new ArrayList<>();
    private final Located root;

    DraftTree(Draft draft) {
        root = node(List.of(), draft.words());
    }

    Located root() {
        return root;
    }

    /// What is wrong, at its places: [Problem#path()] is the words that lead there.
    ProblemException refusal(List<Finding> findings) {
        return new ProblemException(
                ProblemException.Fault.MODEL,
                findings.stream()
                        .distinct()
                        .map(f ->
                                new Problem(
                                        "signature",
                                        "",
                                        List.copyOf(places.get(f.line())),
                                        f.message(),
                                        null,
                                        Map.of()))
                        .toList(),
                null);
    }

    private Located node(List<String> place, @Nullable Object value) {
        int line = places.size();
        places.add(place);
        return node(place, line, value);
    }

    private Located node(List<String> place, int line, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Entry> entries = new LinkedHashMap<>();
                map.forEach((word, under) -> {
                    Located node = node(SignatureWriter.path(place, String.valueOf(word)), under);
                    entries.put(String.valueOf(word), new Entry(node.line(), node));
                });
                yield new Group(line, entries);
            }
            // The items of a list stand at its own place.
            case List<?> list ->
                    new Row(line, list.stream().map(item -> node(place, line, item)).toList());
            case Integer n -> new Leaf(line, n.longValue());
            case null, default -> new Leaf(line, value);
        };
    }
}
