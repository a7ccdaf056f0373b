package dev.vitrine.onnx;

import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// A whole number that goes in and is called a class, where class names stand beside the model: a
/// choice of them.
final class ClassRung implements Rung {
    private static final Pattern CLASS =
            Pattern.compile("^(class|label|category|y)(_?(id|idx|index|label))?$");

    /// More names than a person looks through belong to what comes out.
    private static final int MOST = 1_000;

    @Override
    public Optional<Port> guess(Clue clue) {
        List<ClassNames> lists = clue.neighbours().names();
        if (!clue.tensor().type().isInteger()
                || !clue.isSingle()
                || !clue.isNamed(CLASS)
                || lists.isEmpty()
                || lists.getFirst().names().size() > MOST) {
            return Optional.empty();
        }
        ClassNames names = lists.getFirst();
        List<Object> numbers =
                LongStream.range(0, names.names().size()).<Object>mapToObj(n -> n).toList();
        return Optional.of(
                clue.port(
                                "choice",
                                Map.of(),
                                "%s is one whole number that is called a class, and there are %d class names %s: it may be a choice of them, counted from 0. Where it is something else, use the kind number."
                                        .formatted(
                                                clue.form(), names.names().size(), names.where()))
                        .withLimits(Limits.NONE.withChoices(numbers))
                        .withOptions(Map.of("names", names.names())));
    }
}
