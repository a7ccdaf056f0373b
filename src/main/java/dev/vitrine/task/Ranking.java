package dev.vitrine.task;

import dev.vitrine.kind.table.Table;
import dev.vitrine.signature.Port;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Texts by how alike they are to another.
///
/// @param matches the most alike first
record Ranking(List<Match> matches) {
    /// What each kind shows of it.
    private static final Map<String, Function<Ranking, Object>> SHOWN =
            Map.of(
                    "number", r -> r.matches.getFirst().similarity(),
                    "text", r -> r.matches.getFirst().text(),
                    "table", Ranking::table);

    /// A text and its similarity, -1 to 1.
    record Match(String text, double similarity) {}

    Ranking {
        matches =
                matches.stream()
                        .sorted(Comparator.comparingDouble(Match::similarity).reversed())
                        .toList();
    }

    /// What a port shows of a ranking: the similarity of the nearest, its text, or all in a table.
    ///
    /// @throws dev.vitrine.signature.ProblemException where its kind shows none of these
    static Function<Ranking, Object> of(Port port) {
        Function<Ranking, Object> shown = SHOWN.get(port.kind());
        if (shown == null) {
            throw Adapter.wrong(
                    port,
                    "is of kind %s, which no similarity can be; use number, text or table"
                            .formatted(port.kind()));
        }
        return shown;
    }

    private Table table() {
        return new Table(
                List.of("Text", "Similarity"),
                matches.stream()
                        .map(m -> List.<@Nullable Object>of(m.text(), m.similarity()))
                        .toList());
    }
}
