package dev.vitrine.onnx;

import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.signature.Port;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A sequence of tensors, which only an output can be.
final class ListRung implements Rung {
    @Override
    public Optional<Port> guess(Clue clue) {
        return clue.value()
                .members()
                .map(member -> {
                    Map<String, Object> options = new HashMap<>();
                    options.put("type", member.element().text());
                    member.shape()
                            .ifPresent(shape ->
                                    options.putAll(TensorKind.options(member.element(), shape)));
                    return clue.port(
                                    "tensors",
                                    Map.of(),
                                    "%s is a list of tensors."
                                            .formatted(clue.value().type().text()))
                            .withOptions(options);
                });
    }
}
