package dev.vitrine.task;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;

import java.util.LinkedHashMap;
import java.util.Map;

/// The open tokenizers of a model.
@FunctionalInterface
public interface Tokenizers {
    /// Those of a model that has none.
    Tokenizers NONE =
            wanted -> {
                throw ProblemException.run(
                        "The tokenizer '%s' is not open; open the model again."
                                .formatted(wanted.file()),
                        null);
            };

    /// The one that a port wants.
    Tokenizer of(Tokenizer.Wanted wanted);

    /// What the ports of a signature want, by the first port that wants it.
    ///
    /// @param networks what each network declares, held against the signature by [Task#check]
    ///   before
    static Map<Tokenizer.Wanted, Port> wanted(
            Signature signature, Map<String, Task.Declared> networks) {
        Map<Tokenizer.Wanted, Port> all = new LinkedHashMap<>();
        for (Port port : signature.inputs()) {
            Words words = PortTask.words(port);
            Task.Declared network = networks.get(words.binding().network());
            if (network != null && TextEncoding.reads(words)) {
                all.putIfAbsent(TextEncoding.of(words, network.inputs()).wanted(), port);
            }
        }
        return all;
    }
}
