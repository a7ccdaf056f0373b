package dev.vitrine.onnx;

import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A vector for each token of a text: one vector that stands for the text.
final class PooledRung implements Rung {
    private static final Pattern TOKENS =
            Pattern.compile("last_hidden|hidden_state|token_embed|sequence_output|encoder_out");

    private static final int RANK = 3;

    @Override
    public Optional<Port> guess(Clue clue) {
        Shape shape = clue.tensor().shape();
        if (shape.rank() != RANK
                || !clue.tensor().type().isFloating()
                || !Clue.isBatch(shape.at(0))
                || shape.at(-1).isFree()
                || !clue.isNamed(TOKENS)
                || clue.inputs().stream().noneMatch(TokenInputs::isFilledBy)) {
            return Optional.empty();
        }
        Shape vector = Shape.of(shape.at(-1).size());
        return Optional.of(
                clue.port(
                                "tensor",
                                Map.of("pooling", "mean", "normalize", true),
                                "%s is a vector for each token. Nothing beside the model says how they become one for the text: their mean, divided by its length, is assumed, as most models of sentence-transformers have it; other models want the first one (pooling: cls)."
                                        .formatted(clue.form()))
                        .withHelp(
                                "The mean of the tokens' vectors, which is assumed: the model does"
                                        + " not say how they become one.")
                        .withOptions(TensorKind.options(ElementType.FLOAT32, vector)));
    }
}
