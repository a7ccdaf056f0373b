package dev.vitrine.task;

import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Network;

import java.util.Map;

/// A task of many calls, or of several networks: it runs them itself, says how far it is, and polls
/// for Stop.
public non-sealed interface LoopTask extends Task {
    /// Runs to the end, or to the [RunContext#stop()].
    ///
    /// @param networks the open networks, by their names in the signature
    /// @param tokenizers those that [Tokenizers#wanted] names
    Values run(
            Signature signature,
            Map<String, Network> networks,
            Tokenizers tokenizers,
            Values inputs,
            RunContext context);
}
