package dev.vitrine.onnx;

import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What no other rung understands, as it is.
final class TensorRung implements Rung {
    private static final Pattern SOUND =
            Pattern.compile("audio|wave|speech|pcm|input_values|input_features");
    private static final Pattern TOKENS =
            Pattern.compile("input_ids|token|attention_mask|decoder_ids");
    private static final Pattern STATE =
            Pattern.compile("past|present|cache|state|hidden|memory|(^|_)[hc](n|0|_in|_out)?$");
    private static final Pattern VECTORS =
            Pattern.compile("last_hidden|pooler|embed|feature|sentence|vector");

    @Override
    public Optional<Port> guess(Clue clue) {
        ElementType type = clue.tensor().type();
        Map<String, Object> options =
                clue.value().isRanked()
                        ? TensorKind.options(type, clue.tensor().shape())
                        : Map.of("type", type.text());
        Map<String, Object> all = new LinkedHashMap<>(options);
        clue.said()
                .filter(s -> !clue.isOutput() && !s.steps().isEmpty())
                .flatMap(s -> ElementType.of(s.type()))
                .ifPresent(t -> all.put("type", t.text()));
        return Optional.of(clue.port("tensor", Map.of(), because(clue)).withOptions(all));
    }

    private static String because(Clue clue) {
        String plain =
                "%s is %s as the tensor it is: "
                        .formatted(clue.form(), clue.isOutput() ? "shown" : "taken");
        Optional<String> refused = clue.said().flatMap(Said::refused);
        if (refused.isPresent()) {
            return plain + refused.get();
        }
        if (clue.isNamed(TOKENS) && clue.tensor().type().isInteger()) {
            return plain
                    + "its name speaks of a tokenizer's numbers, which text has to become before;"
                    + " put the model's tokenizer.json beside it, and this is text.";
        }
        if (clue.isOutput() && clue.isNamed(VECTORS)) {
            return plain + "its name speaks of numbers that stand for the input.";
        }
        if (clue.isNamed(STATE)) {
            return plain + "its name speaks of a state that one run hands to the next.";
        }
        if (clue.isNamed(SOUND)) {
            return plain + "its name speaks of sound, but not of its rate and form.";
        }
        if (clue.isOutput() && isRow(clue)) {
            return plain
                    + "it may be the scores of classes, then put their names into a file labels.txt"
                    + " beside the model, one on each line; or numbers that stand for the input.";
        }
        return clue.value().isRanked()
                ? plain + "nothing about it says what it means."
                : plain + "the file does not even say how many dimensions it has.";
    }

    private static boolean isRow(Clue clue) {
        Shape shape = clue.tensor().shape();
        return clue.tensor().type().isFloating()
                && shape.rank() == 2
                && Clue.isBatch(shape.at(0))
                && shape.at(1).size() > 1;
    }
}
