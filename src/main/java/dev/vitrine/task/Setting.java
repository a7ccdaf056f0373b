package dev.vitrine.task;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import java.util.Optional;

/// A word such as `threshold` that is a number of the signature's own, or the name of the input
/// that says it, which no tensor takes.
final class Setting {
    static final String THRESHOLD = "threshold";

    private Setting() {}

    /// The input that says the least score; nothing where the signature says it.
    static Optional<String> input(Words words) {
        return input(words, THRESHOLD);
    }

    /// The input that says what a word stands for; nothing where the signature says it.
    static Optional<String> input(Words words, String word) {
        return words.binding().step(word, String.class);
    }

    /// The least score of a run.
    ///
    /// @param standard where nothing is said
    static double value(Words words, Values inputs, double standard) {
        return value(words, THRESHOLD, inputs, standard);
    }

    /// What a word stands for in a run.
    ///
    /// @param standard where nothing is said
    static double value(Words words, String word, Values inputs, double standard) {
        return input(words, word)
                .map(input -> inputs.find(input).map(v -> (Double) v).orElse(0.0))
                .orElseGet(() -> words.number(word).orElse(standard));
    }

    /// Holds the input that is named against those there are.
    ///
    /// @throws dev.vitrine.signature.ProblemException where it is no number of its own
    static void check(Signature signature, Words words) {
        var unused = check(signature, words, THRESHOLD);
    }

    /// Holds the input that a word names against those there are.
    ///
    /// @return the input; nothing where the word names none
    /// @throws dev.vitrine.signature.ProblemException where it is no number of its own
    static Optional<Port> check(Signature signature, Words words, String word) {
        return input(words, word).map(name -> named(signature, words, word, name));
    }

    private static Port named(Signature signature, Words words, String word, String name) {
        Port input =
                signature
                        .input(name)
                        .orElseThrow(() ->
                                words.wrong(
                                        word,
                                        "takes its %s from the input '%s', which there is not; declare a slider of that name or give a number"
                                                .formatted(word, name)));
        if (!input.kind().equals("slider") && !input.kind().equals("number")
                || input.tensor() != null) {
            throw words.wrong(
                    word,
                    "takes its %s from the input '%s', which is no number of its own; use a slider without a tensor"
                            .formatted(word, name));
        }
        return input;
    }
}
