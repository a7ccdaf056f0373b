package dev.vitrine.task;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A word such as `threshold` that is a number of the signature's own, or the name of the input
/// that says it, which no tensor takes.
final class Setting {
    static final String THRESHOLD = "threshold";

    /// The kinds whose values are numbers.
    private static final List<String> NUMBERS = List.of("slider", "number");

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

    /// The number of a run; nothing where neither the signature nor the one who calls says it.
    static OptionalDouble number(Words words, String word, Values inputs) {
        return input(words, word)
                .map(input ->
                        inputs.find(input)
                                .map(v -> OptionalDouble.of((Double) v))
                                .orElseGet(OptionalDouble::empty))
                .orElseGet(() -> words.number(word));
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
        return check(signature, words, word, NUMBERS, "number");
    }

    /// Holds the input that a word names against those there are.
    ///
    /// @param kinds what it may be of
    /// @param noun what it then is
    /// @return the input; nothing where the word names none
    /// @throws dev.vitrine.signature.ProblemException where it is none of its own
    static Optional<Port> check(
            Signature signature, Words words, String word, List<String> kinds, String noun) {
        return input(words, word).map(name -> named(signature, words, word, name, kinds, noun));
    }

    private static Port named(
            Signature signature,
            Words words,
            String word,
            String name,
            List<String> kinds,
            String noun) {
        Port input =
                signature
                        .input(name)
                        .orElseThrow(() ->
                                words.wrong(
                                        word,
                                        "takes its %s from the input '%s', which there is not; declare a %s of that name or give a %s"
                                                .formatted(word, name, kinds.getFirst(), noun)));
        if (!kinds.contains(input.kind()) || input.tensor() != null) {
            throw words.wrong(
                    word,
                    "takes its %s from the input '%s', which is no %s of its own; use a %s without a tensor"
                            .formatted(word, name, noun, kinds.getFirst()));
        }
        return input;
    }
}
