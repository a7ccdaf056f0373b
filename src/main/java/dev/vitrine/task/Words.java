package dev.vitrine.task;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Nearest;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Reads the processing words of one port, with sentences where they are wrong.
record Words(Port port, Binding binding) {
    /// Refuses every word that is not read, which would otherwise be lost in silence.
    ///
    /// @param read the words that are
    /// @param side `an input` or `an output`
    /// @throws ProblemException with each other one
    void only(List<String> read, String side) {
        List<Problem> others =
                binding.processing().keySet().stream()
                        .filter(word -> !read.contains(word))
                        .map(word -> problem(word, unread(word, read, side)))
                        .toList();
        if (!others.isEmpty()) {
            throw new ProblemException(ProblemException.Fault.MODEL, others, null);
        }
    }

    private String unread(String word, List<String> read, String side) {
        String hint =
                Nearest.of(word, read)
                        .map("did you mean '%s'? Its words are "::formatted)
                        .orElse("leave it out, or use ");
        return "has the word '%s', which %s of kind %s does not read; %s"
                .formatted(
                        word,
                        side,
                        port.kind(),
                        read.isEmpty() ? "leave it out" : hint + String.join(", ", read));
    }

    /// A word that names one of several things.
    <T> Optional<T> one(String word, Function<String, Optional<T>> find) {
        return binding.step(word, Object.class)
                .map(v ->
                        find.apply(String.valueOf(v))
                                .orElseThrow(() ->
                                        wrong(
                                                "has the %s '%s', which there is not; use another"
                                                        .formatted(word, v))));
    }

    /// A word that names a constant of an enum in lower case.
    <E extends Enum<E>> Optional<E> choice(String word, Class<E> type) {
        return one(
                word,
                name ->
                        Arrays.stream(type.getEnumConstants())
                                .filter(e -> e.name().toLowerCase(Locale.ROOT).equals(name))
                                .findFirst());
    }

    /// A word that is a list of numbers; empty where it is missing.
    List<Double> numbers(String word) {
        return binding.step(word, Object.class)
                .map(v -> {
                    if (v instanceof List<?> list
                            && list.stream().allMatch(Number.class::isInstance)) {
                        return list.stream().map(n -> ((Number) n).doubleValue()).toList();
                    }
                    throw wrong(
                            "has a %s that is no list of numbers; give one such as [0, 1]"
                                    .formatted(word));
                })
                .orElse(List.of());
    }

    /// A word that is a number; nothing where it is missing.
    OptionalDouble number(String word) {
        return binding.step(word, Number.class)
                .map(n -> OptionalDouble.of(n.doubleValue()))
                .orElseGet(OptionalDouble::empty);
    }

    /// A sentence about the port: its name, what is wrong, what to do.
    ProblemException wrong(String rest) {
        return Adapter.wrong(port, rest);
    }

    /// A sentence about one word of the port's processing, which a file shows at its line.
    ProblemException wrong(String word, String rest) {
        return new ProblemException(ProblemException.Fault.MODEL, problem(word, rest));
    }

    private Problem problem(String word, String rest) {
        return new Problem(
                "tensor",
                port.name(),
                List.of(word),
                "The port '%s' %s.".formatted(port.name(), rest),
                null,
                Map.of());
    }
}
