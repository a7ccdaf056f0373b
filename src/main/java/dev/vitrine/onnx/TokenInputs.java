package dev.vitrine.onnx;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Inputs that a tokenizer fills together: one port of text.
///
/// @param words the tokenizer beside the model
/// @param parts the inputs by what they hold
record TokenInputs(TokenWords words, Map<String, ValueInfo> parts) {
    static final String IDS = "input_ids";

    /// What each part is called, by Hugging Face first and in the BERTs of TensorFlow's hub.
    private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(IDS, List.of(IDS, "input_word_ids"));
        NAMES.put("attention_mask", List.of("attention_mask", "input_mask"));
        NAMES.put("token_type_ids", List.of("token_type_ids", "input_type_ids", "segment_ids"));
        NAMES.put("position_ids", List.of("position_ids"));
    }

    /// Those of a file, where a tokenizer stands beside it.
    static Optional<TokenInputs> of(OnnxFile declared, Neighbours neighbours) {
        Map<String, ValueInfo> parts = new LinkedHashMap<>();
        NAMES.forEach((part, names) ->
                declared.inputs().stream()
                        .filter(value -> names.contains(PortNames.bare(value.name())))
                        .filter(TokenInputs::isRow)
                        .findFirst()
                        .ifPresent(value -> parts.put(part, value)));
        return parts.containsKey(IDS)
                ? neighbours.tokenizer().map(words -> new TokenInputs(words, parts))
                : Optional.empty();
    }

    /// One text for them all.
    Port port(String name) {
        Map<String, List<String>> tensors = new LinkedHashMap<>();
        parts.forEach((part, value) -> tensors.put(part, List.of(value.name())));
        Map<String, Object> processing = new LinkedHashMap<>();
        processing.put("tokenizer", words.file());
        words.maxLength().ifPresent(most -> processing.put("maxLength", (long) most));
        return Port.of(name, "text")
                .withLabel(Port.labelOf(name))
                .withOptions(Map.of("lines", 4L))
                .withTensor(Binding.of(tensors, processing))
                .withBecause(
                        "%s: this is what %s, which stands beside the model, makes of a text.%s"
                                .formatted(
                                        parts.values().stream()
                                                .map(ValueInfo::toString)
                                                .collect(Collectors.joining(", ")),
                                        words.file(),
                                        words.because()));
    }

    /// Whether a port is text that a tokenizer turns into numbers.
    static boolean isFilledBy(Port port) {
        Binding tensor = port.tensor();
        return tensor != null && tensor.parts().containsKey(IDS);
    }

    private static boolean isRow(ValueInfo value) {
        return value.isRanked()
                && value.tensor()
                        .filter(t -> t.type().isInteger())
                        .map(t -> t.shape())
                        .filter(s -> s.rank() == 1 || s.rank() == 2 && Clue.isBatch(s.at(0)))
                        .isPresent();
    }
}
