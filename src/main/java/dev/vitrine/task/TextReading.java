package dev.vitrine.task;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Signature;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a part of a picture becomes text: a network may say that it is upside down, another reads
/// it.
///
/// @param turn the network that says so; nothing where nobody does
/// @param least how sure it must be
/// @param read the network that reads
/// @param ctc how its steps become text
record TextReading(Optional<PictureStage> turn, double least, PictureStage read, CtcDecoding ctc) {
    /// The words of [dev.vitrine.signature.Binding#processing()] that say it.
    static final List<String> WORDS =
            List.of(CtcDecoding.WORD, "blank", PictureStage.INPUT, "turn");

    /// PaddleOCR's standard.
    private static final double SURE = 0.9;

    /// The class of a line that is upside down, of two.
    private static final int UPSIDE_DOWN = 1;

    /// Reads a port's processing.
    ///
    /// @throws dev.vitrine.signature.ProblemException where it does not fit
    static TextReading of(Words words, Map<String, Task.Declared> networks) {
        words.only(WORDS, "an output");
        Map<?, ?> input =
                words.binding()
                        .step(PictureStage.INPUT, Map.class)
                        .orElseThrow(() ->
                                words.wrong(
                                        "is read from parts of a picture and does not say how they"
                                                + " go into its network; write input: {name: …}"));
        PictureStage read =
                PictureStage.of(
                        words, networks, words.binding().network(), words.binding().name(), input);
        Optional<Map<?, ?>> turn = words.binding().step("turn", Map.class).map(m -> (Map<?, ?>) m);
        return new TextReading(
                turn.map(t -> stage(words, networks, t)),
                turn.flatMap(t -> Optional.ofNullable(t.get(Setting.THRESHOLD)))
                        .filter(Number.class::isInstance)
                        .map(n -> ((Number) n).doubleValue())
                        .orElse(SURE),
                read,
                CtcDecoding.of(words, read.output()));
    }

    private static PictureStage stage(
            Words words, Map<String, Task.Declared> networks, Map<?, ?> turn) {
        String network = turn.get("network") instanceof String named ? named : Signature.MAIN;
        Map<?, ?> input = turn.get(PictureStage.INPUT) instanceof Map<?, ?> all ? all : Map.of();
        return PictureStage.of(words, networks, network, String.valueOf(turn.get("name")), input);
    }

    /// Reads one part.
    CtcDecoding.Read read(Map<String, Network> networks, Picture part, Stop stop) {
        Picture upright =
                turn.filter(t -> isUpsideDown(t.run(networks, part, stop))).isPresent()
                        ? Cutting.turned(part)
                        : part;
        return ctc.decode(read.run(networks, upright, stop));
    }

    private boolean isUpsideDown(Tensor scores) {
        return scores.size() > UPSIDE_DOWN && scores.number(UPSIDE_DOWN) > least;
    }
}
