package dev.vitrine.onnx;

import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;

import java.util.Map;
import java.util.Optional;

/// One string for each row, in or out: text.
final class TextRung implements Rung {
    @Override
    public Optional<Port> guess(Clue clue) {
        return clue.tensor().type() == ElementType.STRING && clue.isSingle()
                ? Optional.of(
                        clue.port(
                                "text",
                                Map.of(),
                                "%s is one string, so it is text.".formatted(clue.form())))
                : Optional.empty();
    }
}
