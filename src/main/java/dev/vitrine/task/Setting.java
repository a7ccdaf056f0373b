package dev.vitrine.task;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import java.util.Optional;

/// The word `threshold`: a number of the signature's own, or the input that says it.
final class Setting {
    static final String THRESHOLD = "threshold";

    private Setting() {}

    /// The input that says the least score; nothing where the signature says it.
    static Optional<String> input(Words words) {
        return words.binding().step(THRESHOLD, String.class);
    }

    /// The least score of a run.
    ///
    /// @param standard where nothing is said
    static double value(Words words, Values inputs, double standard) {
        return input(words)
                .map(input -> inputs.find(input).map(v -> (Double) v).orElse(0.0))
                .orElseGet(() -> words.number(THRESHOLD).orElse(standard));
    }

    /// Holds the input that is named against those there are.
    ///
    /// @throws dev.vitrine.signature.ProblemException where it is no number of its own
    static void check(Signature signature, Words words) {
        input(words).ifPresent(name -> check(signature, words, name));
    }

    private static void check(Signature signature, Words words, String name) {
        Port input =
                signature
                        .input(name)
                        .orElseThrow(() ->
                                words.wrong(
                                        THRESHOLD,
                                        "takes its threshold from the input '%s', which there is not; declare a slider of that name or give a number"
                                                .formatted(name)));
        if (!input.kind().equals("slider") && !input.kind().equals("number")
                || input.tensor() != null) {
            throw words.wrong(
                    THRESHOLD,
                    "takes its threshold from the input '%s', which is no number of its own; use a slider without a tensor"
                            .formatted(name));
        }
    }
}
