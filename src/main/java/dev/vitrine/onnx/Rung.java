package dev.vitrine.onnx;

import dev.vitrine.signature.Port;

import java.util.Optional;

/// One way to understand an input or output; [Guess] asks each in turn and takes the first answer.
@FunctionalInterface
interface Rung {
    /// The port that this rung sees in it, with a `because`; nothing where it sees none.
    Optional<Port> guess(Clue clue);
}
