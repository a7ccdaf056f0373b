package dev.vitrine.onnx;

import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;

import java.util.Map;
import java.util.Optional;

/// One yes or no for each row, in or out.
final class ToggleRung implements Rung {
    @Override
    public Optional<Port> guess(Clue clue) {
        return clue.tensor().type() == ElementType.BOOL && clue.isSingle()
                ? Optional.of(
                        clue.port("toggle", Map.of(), "%s is on or off.".formatted(clue.form())))
                : Optional.empty();
    }
}
