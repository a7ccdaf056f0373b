package dev.vitrine.task;

import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A picture in, what is where in it out: boxes, points and lines, masks, heat maps, beside
/// whatever else a port can be.
///
/// An input that an output names as its threshold is a setting of the task, which no tensor takes.
abstract class PictureTask extends PortTask {
    /// The kind of boxes, points and lines.
    static final String BOXES = "boxes";

    /// The kind of parts of a picture.
    static final String MASK = "mask";

    /// The kind of numbers over a picture.
    static final String HEATMAP = "heatmap";

    private final List<String> kinds;

    /// @param kinds the kinds of outputs of which the task needs one
    PictureTask(String id, String... kinds) {
        super(id);
        this.kinds = List.of(kinds);
    }

    @Override
    public List<Problem> check(Signature signature, Map<String, Declared> networks) {
        List<Problem> problems = new ArrayList<>();
        require(signature.inputs(), List.of("image"), "input", problems);
        require(signature.outputs(), kinds, "output", problems);
        problems.addAll(super.check(signature, networks));
        return problems;
    }

    @Override
    boolean isSetting(Signature signature, Port input) {
        return signature.outputs().stream()
                .map(p -> Setting.input(words(p)))
                .flatMap(Optional::stream)
                .anyMatch(input.name()::equals);
    }

    @Override
    Output output(Signature signature, Declared network, Port port) {
        return switch (port.kind()) {
            case BOXES -> boxes(signature, network, words(port));
            case MASK -> mask(signature, network, words(port));
            case HEATMAP -> HeatmapDecoding.of(signature, network, words(port))::decode;
            default -> super.output(signature, network, port);
        };
    }

    private static LongOutput mask(Signature signature, Declared network, Words words) {
        return words.binding().parts().isEmpty()
                ? MaskDecoding.of(signature, network, words)::decode
                : InstanceMasks.of(signature, network, words)::decode;
    }

    /// What makes boxes of the parts that a port names.
    static Output boxes(Signature signature, Declared network, Words words) {
        Map<String, List<String>> parts = words.binding().parts();
        if (parts.containsKey(RegionDecoding.REGIONS)) {
            return RegionDecoding.of(signature, network, words)::decode;
        }
        return parts.containsKey(LineDecoding.DISPLACEMENTS)
                ? LineDecoding.of(signature, network, words)::decode
                : new DetectionReader(signature, network, words, BoxesKind.over(words.port()))
                                .read()
                        ::decode;
    }

    @Override
    List<String> outputWords(Port port) {
        Map<String, List<String>> parts = words(port).binding().parts();
        return switch (port.kind()) {
            case BOXES -> boxWords(parts);
            case MASK -> parts.isEmpty() ? MaskDecoding.WORDS : Detection.WORDS;
            case HEATMAP -> HeatmapDecoding.WORDS;
            default -> super.outputWords(port);
        };
    }

    /// The words that boxes of these parts read.
    static List<String> boxWords(Map<String, List<String>> parts) {
        return parts.containsKey(RegionDecoding.REGIONS)
                ? RegionDecoding.WORDS
                : parts.containsKey(LineDecoding.DISPLACEMENTS)
                        ? LineDecoding.WORDS
                        : Detection.WORDS;
    }
}
