package dev.vitrine.task;

import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where one part of boxes stands: the tensors whose rows hold it, and which of their columns.
///
/// @param name what it is: `scores`, `boxes` or `classes`
/// @param tensors their names; empty where the port has no such part
/// @param span the columns that hold it; all where nothing is said
/// @param sideways whether the last dimension counts rows and the one before it columns
record Part(String name, List<String> tensors, Optional<Span> span, boolean sideways) {
    /// Columns from one to another, both counted from 0 and both included.
    record Span(int first, int last) {
        int count() {
            return last - first + 1;
        }
    }

    /// Reads a part of a port's processing.
    ///
    /// @throws dev.vitrine.signature.ProblemException where its columns end before they begin
    static Part of(Words words, String name) {
        return new Part(
                name,
                words.binding().parts().getOrDefault(name, List.of()),
                words.binding()
                        .step("columns", Map.class)
                        .flatMap(all -> Optional.ofNullable(all.get(name)))
                        .map(span -> span(words, name, span)),
                words.binding().step("sideways", Boolean.class).orElse(false));
    }

    /// The dimension of a tensor that counts rows.
    Dimension rows(TensorInfo tensor) {
        return tensor.shape().at(sideways ? -1 : -2);
    }

    /// The dimension of a tensor that counts columns.
    Dimension columns(TensorInfo tensor) {
        return tensor.shape().at(sideways ? -2 : -1);
    }

    /// How many columns of a tensor are this part's.
    Dimension width(TensorInfo tensor) {
        return span.map(s -> Dimension.fixed(s.count())).orElseGet(() -> columns(tensor));
    }

    private static Span span(Words words, String name, Object given) {
        if (given instanceof List<?> two
                && two.size() == 2
                && two.get(0) instanceof Number first
                && two.get(1) instanceof Number last
                && first.intValue() >= 0
                && first.intValue() <= last.intValue()) {
            return new Span(first.intValue(), last.intValue());
        }
        throw words.wrong(
                "columns",
                "has the columns %s for its %s; give the first and the last, such as [0, 3]"
                        .formatted(given, name));
    }
}
