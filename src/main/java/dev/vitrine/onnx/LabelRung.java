package dev.vitrine.onnx;

import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.Shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// An output of one score for each class: a label.
final class LabelRung implements Rung {
    private static final Pattern SCORES =
            Pattern.compile("score|prob|logit|softmax|class|label|categor|confidence");

    /// From here on, scores without names are more often a vector that stands for the input.
    private static final long MANY = 128;

    @Override
    public Optional<Port> guess(Clue clue) {
        if (clue.value().rows().isPresent()) {
            return Optional.of(rows(clue));
        }
        Shape shape = clue.tensor().shape();
        if (!clue.tensor().type().isFloating()
                || shape.rank() == 0
                || shape.rank() > 2
                || shape.rank() == 2 && !Clue.isBatch(shape.at(0))) {
            return Optional.empty();
        }
        Dimension classes = shape.at(-1);
        Optional<ClassNames> names = names(clue, classes);
        if (names.isPresent()) {
            return Optional.of(named(clue, names.get()));
        }
        return classes.size() >= 2 && shape.rank() == 2
                ? nameless(clue, classes.size())
                : Optional.empty();
    }

    private static Port rows(Clue clue) {
        List<String> classes = clue.file().classes(clue.value().name());
        String because =
                "%s is what ZipMap gives: confidences by class name."
                        .formatted(clue.value().type().text());
        Port port = clue.port("label", Map.of(), because);
        return classes.isEmpty() ? port : port.withOptions(Map.of("labels", classes));
    }

    private static Port named(Clue clue, ClassNames names) {
        Scores scores = Scores.of(clue);
        return clue.port(
                        "label",
                        scores.processing(),
                        "%s is one score for each of the %d classes named %s. %s"
                                .formatted(
                                        clue.form(),
                                        names.names().size(),
                                        names.where(),
                                        scores.because()))
                .withOptions(Map.of("labels", names.names()));
    }

    /// Scores whose classes nobody names: numbered.
    private static Optional<Port> nameless(Clue clue, long classes) {
        Scores scores = Scores.of(clue);
        boolean many = classes >= MANY;
        String why;
        boolean told = isTold(clue);
        if (scores.isConfidence() || told || clue.isNamed(SCORES) && !many) {
            why =
                    "%s looks like one score for each of %d classes, which are numbered because nothing names them: put the names into a file labels.txt beside the model, one on each line.%s"
                            .formatted(clue.form(), classes, misfit(clue));
        } else if (isOnlyAnswer(clue) && !many) {
            why =
                    "%s may be one score for each of %d classes, as the only answer to a picture or text mostly is; its name does not say so. Where it is something else, use the kind tensor."
                            .formatted(clue.form(), classes);
        } else {
            return Optional.empty();
        }
        return Optional.of(clue.port("label", scores.processing(), why + " " + scores.because()));
    }

    /// Whether somebody wrote that classes are what the only output holds.
    private static boolean isTold(Clue clue) {
        return clue.file().outputs().size() == 1
                && clue.neighbours().task().stream()
                        .anyMatch(t -> t.text().endsWith("-classification"));
    }

    /// A list of another length is more likely wrong than foreign, so it is spoken of.
    private static String misfit(Clue clue) {
        return clue.neighbours().names().stream()
                .findFirst()
                .map(n -> " The %d names %s do not fit.".formatted(n.names().size(), n.where()))
                .orElse("");
    }

    private static boolean isOnlyAnswer(Clue clue) {
        return clue.file().outputs().size() == 1
                && clue.inputs().size() == 1
                && List.of("image", "text").contains(clue.inputs().getFirst().kind());
    }

    private static Optional<ClassNames> names(Clue clue, Dimension classes) {
        List<String> inGraph = clue.file().classes(clue.value().name());
        if (inGraph.size() >= 2 && (classes.isFree() || classes.size() == inGraph.size())) {
            return Optional.of(new ClassNames("in its graph", inGraph));
        }
        return classes.size() >= 2 ? clue.neighbours().find(classes.size()) : Optional.empty();
    }
}
