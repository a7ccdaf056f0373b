package dev.vitrine.onnx;

import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A row of samples, in: a sound, where its name or what stands beside the file says so.
final class SoundRung implements Rung {
    /// What exporters call the samples of a sound.
    private static final Pattern NAMES =
            Pattern.compile("audio|wave|input_values|speech|sound|pcm\\b");

    /// The rate of nearly every network that hears speech.
    private static final long USUAL_RATE = 16_000;

    /// Fewer samples than this are a row of features.
    private static final int LEAST = 1000;

    private static final int MOST_RANK = 3;

    @Override
    public Optional<Port> guess(Clue clue) {
        if (clue.isOutput() || !isRowOfSamples(clue)) {
            return Optional.empty();
        }
        Optional<SoundWords> said = clue.neighbours().sound();
        if (!clue.isNamed(NAMES) && said.isEmpty()) {
            return Optional.empty();
        }
        String why =
                clue.isNamed(NAMES)
                        ? "%s is a row of samples, and its name speaks of sound."
                        : "%s is a row of samples.";
        SoundWords words =
                said.orElseGet(() ->
                        new SoundWords(
                                Map.of("samplingRate", USUAL_RATE),
                                "Nobody says how many samples a second has, so 16,000 are taken,"
                                        + " as for most networks that hear speech; give the right"
                                        + " samplingRate where answers are wrong."));
        return Optional.of(
                clue.port(
                        "audio",
                        words.words(),
                        why.formatted(clue.form()) + " " + words.because()));
    }

    private static boolean isRowOfSamples(Clue clue) {
        ElementType type = clue.tensor().type();
        int rank = clue.tensor().shape().rank();
        if (!clue.value().isRanked()
                || rank < 1
                || rank > MOST_RANK
                || !type.isFloating() && type != ElementType.INT16) {
            return false;
        }
        Dimension last = clue.tensor().shape().at(-1);
        return (last.isFree() || last.size() >= LEAST)
                && clue.tensor().shape().dimensions().subList(0, rank - 1).stream()
                        .allMatch(Clue::isBatch);
    }
}
