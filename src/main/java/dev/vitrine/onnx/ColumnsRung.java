package dev.vitrine.onnx;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An input of one row of numbers: a number for each.
final class ColumnsRung {
    /// Past this a row is easier given as a file.
    private static final int MOST = 64;

    private static final Pattern SOMETHING_ELSE =
            Pattern.compile(
                    "past|present|cache|state|hidden|memory|audio|wave|speech|pcm|signal|embed|token|_ids$|mask|feature_map");
    private static final Pattern DRAWN_AT_RANDOM = Pattern.compile("^z$|latent|noise");

    private static final String CLASSIFIERS = "ai.onnx.ml.";

    private ColumnsRung() {}

    /// The ports of a row; none where the input is something else.
    static List<Port> guess(Clue clue, PortNames names) {
        return count(clue)
                .map(count -> {
                    Optional<Columns> said =
                            clue.neighbours()
                                    .columns(clue.value().name())
                                    .filter(c -> c.all().size() == count);
                    return ports(clue, count, said, names);
                })
                .orElse(List.of());
    }

    private static Optional<Integer> count(Clue clue) {
        Shape shape = clue.tensor().shape();
        ElementType type = clue.tensor().type();
        if (!clue.value().isRanked()
                || shape.rank() != 2
                || type == ElementType.STRING
                || type == ElementType.BOOL
                || clue.isNamed(SOMETHING_ELSE)
                || !Clue.isBatch(shape.at(0))) {
            return Optional.empty();
        }
        Dimension columns = shape.at(1);
        return !columns.isFree() && columns.size() >= 2 && columns.size() <= MOST
                ? Optional.of((int) columns.size())
                : Optional.empty();
    }

    private static List<Port> ports(Clue clue, int count, Optional<Columns> said, PortNames names) {
        String why = why(clue, count, said);
        boolean random = said.isEmpty() && clue.isNamed(DRAWN_AT_RANDOM);
        boolean nameless = !random && clue.file().inputs().size() == 1;
        List<Port> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String plain = "%s_%d".formatted(nameless ? "feature" : clue.value().name(), i + 1);
            Columns.Column column =
                    said.isPresent()
                            ? said.get().all().get(i)
                            : Columns.Column.of(Port.labelOf(plain));
            String name = names.of(said.isPresent() ? column.name() : plain);
            Port port = port(clue, column, i, name, why);
            ports.add(random ? port.withDefault(0.0) : port);
        }
        return ports;
    }

    private static Port port(Clue clue, Columns.Column column, int i, String name, String why) {
        Port port =
                Port.of(name, column.toggle() ? "toggle" : "number")
                        .withLabel(column.name().isBlank() ? Port.labelOf(name) : column.name())
                        .withTensor(Binding.of(clue.tensor().name(), Map.of("index", (long) i)))
                        .withBecause(why);
        if (column.toggle()) {
            return column.required() ? port : port.withDefault(false);
        }
        boolean whole = column.whole() || clue.tensor().type().isInteger();
        Port number = whole ? port.withLimits(Limits.NONE.withStep(1)) : port;
        return column.required() ? number : number.withDefault(0.0);
    }

    private static String why(Clue clue, int count, Optional<Columns> said) {
        String row = "%s is one row of %d numbers".formatted(clue.form(), count);
        if (said.isPresent()) {
            return "%s, which %s names.".formatted(row, said.get().where());
        }
        Set<String> operators = clue.file().operators();
        boolean learned = operators.stream().anyMatch(o -> o.startsWith(CLASSIFIERS));
        return learned
                ? "%s, as scikit-learn's models take them; nothing names them.".formatted(row)
                : "%s; nothing names them. Where they are something else, use the kind tensor."
                        .formatted(row);
    }
}
