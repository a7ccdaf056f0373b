package dev.vitrine.onnx;

import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One string for each row, in or out: text, or a choice where the graph knows certain words only.
final class TextRung implements Rung {
    /// Turns a word into its number among those it knows, and any other into none of them.
    private static final String LOOK_UP = "ai.onnx.ml.OneHotEncoder";

    @Override
    public Optional<Port> guess(Clue clue) {
        if (clue.tensor().type() != ElementType.STRING || !clue.isSingle()) {
            return Optional.empty();
        }
        String form = clue.form();
        List<String> words = wordsItKnows(clue);
        return Optional.of(
                words.isEmpty()
                        ? clue.port(
                                "text",
                                Map.of(),
                                "%s is one string, so it is text.".formatted(form))
                        : clue.port(
                                        "choice",
                                        Map.of(),
                                        "%s is one string, which the graph first looks up among the words that it knows, so it is a choice of them."
                                                .formatted(form))
                                .withLimits(Limits.NONE.withChoices(List.copyOf(words))));
    }

    private static List<String> wordsItKnows(Clue clue) {
        Step first = clue.file().firstSteps().get(clue.value().name());
        return clue.isOutput() || first == null || !first.operator().equals(LOOK_UP)
                ? List.of()
                : first.classes();
    }
}
